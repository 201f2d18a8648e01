import { Trans } from '@lingui/react/macro';
import type { Contest, Round } from '#shared/model/contest.ts';
import { EmptyState } from '../../../ui/parts/States.tsx';
import common from '../parts/common.module.css';
import { ResultTable } from '../plan/ResultTable.tsx';
import { ResultLinks } from './ResultLinks.tsx';

/** A published result: everybody may see it, so the desk may too. */
export function ResultPart({ contest, round, slug }: { contest: Contest; round: Round; slug: string }) {
  if (round.results === null) {
    return (
      <EmptyState title={<Trans>成绩还没有公布</Trans>}>
        <Trans>封存、揭晓之后，在“揭晓”里公布。</Trans>
      </EmptyState>
    );
  }
  return (
    <div className={common.stack}>
      <ResultLinks round={round} slug={slug} />
      <ResultTable contest={contest} round={round} results={round.results} awards={round.awards} />
    </div>
  );
}

import { Trans } from '@lingui/react/macro';
import type { Round } from '#shared/model/contest.ts';
import { showThousandths } from '../grid/figures.ts';
import { fullMarks } from './totals.ts';

/** What a card's sum is out of, or has to lie between where the rules say so (SC-2). */
export function TotalRange({ round }: { round: Round }) {
  const { total } = round.rules;
  if (total) {
    return (
      <Trans>
        须在 {plain(total.min)}–{plain(total.max)}
      </Trans>
    );
  }
  return <Trans>满分 {fullMarks(round.criteria)}</Trans>;
}

const plain = (value: number): string => showThousandths(value, 3).replace(/\.?0+$/, '');

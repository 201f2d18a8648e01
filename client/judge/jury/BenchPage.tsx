import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { RoundId } from '#shared/model/ids.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { EmptyState } from '../../ui/parts/States.tsx';
import { panelId, tabId, Tabs } from '../../ui/parts/Tabs.tsx';
import { Frame } from '../parts/Frame.tsx';
import { pickRound } from '../parts/pick-round.ts';
import { RoundPicker } from '../parts/RoundPicker.tsx';
import styles from './Bench.module.css';
import { cellsOf, isMissing, isToCheck } from './cell-state.ts';
import { JuryTable } from './JuryTable.tsx';
import { ResultTable } from './ResultTable.tsx';
import { RoundBar } from './RoundBar.tsx';
import { useResults } from './use-results.ts';

/** What head judge and scrutineer see to: who has scored, what waits for a second person, and what comes of it. */
export function BenchPage({ isInside = false }: { isInside?: boolean }) {
  const contest = useEventState((event) => event.contest);
  const [chosen, setChosen] = useState<RoundId | null>(null);
  if (!contest) return null;
  const round = contest.rounds.find(({ id }) => id === chosen) ?? pickRound(contest);
  const picker = <RoundPicker contest={contest} chosen={round} onChoose={setChosen} />;
  const bench =
    round === null ? (
      <EmptyState title={<Trans>打分还没有开始</Trans>}>
        <Trans>主办方开启一轮后，评分表会自动出现。</Trans>
      </EmptyState>
    ) : (
      <Bench key={round.id} contest={contest} round={round} />
    );
  if (!isInside)
    return (
      <Frame over={round?.title} actions={picker}>
        {bench}
      </Frame>
    );
  return (
    <>
      {picker}
      {bench}
    </>
  );
}

type Tab = 'cards' | 'results';

function Bench({ contest, round }: { contest: Contest; round: Round }) {
  const { t } = useLingui();
  const [tab, setTab] = useState<Tab>('cards');
  const { results, refusal, read } = useResults(round);
  const cells = cellsOf(contest, round).flat();
  const toCheck = cells.filter(isToCheck).length;
  return (
    <div className={styles.bench}>
      <RoundBar round={round} missing={cells.filter(isMissing).length} toCheck={toCheck} />
      <Tabs<Tab>
        label={t`评审席`}
        chosen={tab}
        onChange={setTab}
        tabs={[
          { name: 'cards', label: t`评分表`, note: toCheck > 0 ? toCheck : null },
          { name: 'results', label: t`成绩` },
        ]}
      />
      <div id={panelId(tab)} role="tabpanel" aria-labelledby={tabId(tab)} className={styles.panel}>
        {tab === 'cards' ? (
          <JuryTable contest={contest} round={round} results={results} onChange={read} />
        ) : (
          <ResultTable contest={contest} round={round} results={results} refusal={refusal} onChange={read} />
        )}
      </div>
    </div>
  );
}

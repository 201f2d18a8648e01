import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { JudgeId, RoundId } from '#shared/model/ids.ts';
import { useClientState, useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { EmptyState } from '../../ui/parts/States.tsx';
import { Frame } from '../parts/Frame.tsx';
import { RoundPicker } from '../parts/RoundPicker.tsx';
import { pickRound } from '../parts/pick-round.ts';
import { CodeForm } from '../seat/CodeForm.tsx';
import { OutboxBanner } from './OutboxBanner.tsx';
import { Sent } from './Sent.tsx';
import { Tablet } from './Tablet.tsx';

/** A judge's own place: their cards of one round. `bench` is what a head judge sees besides. */
export function TabletPage({ bench }: { bench?: ReactNode }) {
  const contest = useEventState((event) => event.contest);
  const judgeId = useClientState(({ you }) => you?.judgeId);
  const [chosen, setChosen] = useState<RoundId | null>(null);
  const [isAtBench, setIsAtBench] = useState(false);
  if (!contest) return null;
  const round = contest.rounds.find(({ id }) => id === chosen) ?? pickRound(contest, judgeId);
  const turn = bench && (
    <Button onClick={() => setIsAtBench(!isAtBench)}>
      {isAtBench ? <Trans>打分</Trans> : <Trans>评审席</Trans>}
    </Button>
  );
  return (
    <Frame
      over={round?.title}
      banner={<OutboxBanner contest={contest} />}
      actions={
        <>
          {judgeId !== undefined && <Sent />}
          {!isAtBench && <RoundPicker contest={contest} chosen={round} onChoose={setChosen} />}
          {turn}
        </>
      }
    >
      {isAtBench ? bench : <Place contest={contest} round={round} judgeId={judgeId} />}
    </Frame>
  );
}

type Props = { contest: Contest; round: Round | null; judgeId: JudgeId | undefined };

function Place({ contest, round, judgeId }: Props) {
  const { t } = useLingui();
  if (judgeId === undefined) {
    return (
      <EmptyState title={<Trans>这把钥匙没有对应的评委</Trans>} actions={<CodeForm />}>
        <Trans>请扫描主办方发给你的评委二维码。</Trans>
      </EmptyState>
    );
  }
  if (round === null) {
    const next = contest.rounds.find(({ status }) => status === 'draft')?.title;
    return (
      <EmptyState title={<Trans>打分还没有开始</Trans>}>
        {next === undefined ? (
          <Trans>主办方开启一轮后，选手名单会自动出现，不用刷新。</Trans>
        ) : (
          t`下一轮是“${next}”。开启后选手名单会自动出现，不用刷新。`
        )}
      </EmptyState>
    );
  }
  if (!round.panel.includes(judgeId)) {
    return (
      <EmptyState title={<Trans>这一轮没有请你打分</Trans>}>
        <Trans>你不在“{round.title}”的评委名单里。轮到你时，名单会自动出现。</Trans>
      </EmptyState>
    );
  }
  return <Tablet key={round.id} contest={contest} round={round} judgeId={judgeId} />;
}

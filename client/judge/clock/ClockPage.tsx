import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { RoundId } from '#shared/model/ids.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { EmptyState } from '../../ui/parts/States.tsx';
import { Frame } from '../parts/Frame.tsx';
import { pickRound } from '../parts/pick-round.ts';
import { RoundPicker } from '../parts/RoundPicker.tsx';
import { Clock } from './Clock.tsx';

/** The timekeeper's place: one clock, in the server's time. */
export function ClockPage() {
  const contest = useEventState((event) => event.contest);
  const [chosen, setChosen] = useState<RoundId | null>(null);
  if (!contest) return null;
  const round = contest.rounds.find(({ id }) => id === chosen) ?? pickRound(contest);
  return (
    <Frame
      over={round?.title}
      actions={<RoundPicker contest={contest} chosen={round} onChoose={setChosen} />}
    >
      {round?.status === 'open' ? (
        <Clock key={round.id} contest={contest} round={round} />
      ) : (
        <EmptyState title={<Trans>现在不用计时</Trans>}>
          <Trans>一轮开始后，秒表会自动出现。</Trans>
        </EmptyState>
      )}
    </Frame>
  );
}

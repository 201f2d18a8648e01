import { useEffect, useState } from 'react';
import { useClient, useClientState } from '../../ui/live/client-context.ts';
import type { StepAction } from './stage-view.ts';
import { type Turned, turnedBy } from './turns.ts';

/** Pages turned by hand go on by themselves after this. */
const BY_HAND_MS = 60_000;
const REFUSED_MS = 2_500;

/**
 * What the clicker does here. With a link that carries the right, the show goes on, by the server's leave; without,
 * only what this screen shows in pages is turned, and nothing else in the hall changes.
 */
export function useClicker() {
  const client = useClient();
  const mayStep = useClientState(({ you }) => you?.mayStep === true);
  const [turned, setTurned] = useState<Turned>(null);
  const [isRefused, setIsRefused] = useState(false);

  useEffect(() => {
    if (turned === null) return;
    const timer = setTimeout(() => setTurned(null), BY_HAND_MS);
    return () => clearTimeout(timer);
  }, [turned]);
  useEffect(() => {
    if (!isRefused) return;
    const timer = setTimeout(() => setIsRefused(false), REFUSED_MS);
    return () => clearTimeout(timer);
  }, [isRefused]);

  const ask = async (action: StepAction | 'reveal'): Promise<void> => {
    const contest = client.getSnapshot().event?.contest;
    const round = contest?.rounds.find(({ id }) => id === contest.latest?.roundId);
    const ack = await client.execute('stage:step', { action, ...(round && { after: round.shown.length }) });
    if (!ack.ok) setIsRefused(true);
  };
  return {
    turned,
    /** The server had nothing to go on with; for the operator's eyes. */
    isRefused,
    onStep: (action: StepAction): void => {
      if (mayStep) void ask(action);
      else setTurned((before) => turnedBy(before, action === 'next' ? 1 : -1, client.now()));
    },
    onReveal: mayStep ? () => void ask('reveal') : null,
  };
}

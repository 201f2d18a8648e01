import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { OptionId } from '#shared/model/ids.ts';
import type { Poll } from '#shared/model/poll.ts';
import { useClient, useClientState } from './client-context.ts';
import { refusalWords } from './words.ts';

const NONE: readonly OptionId[] = [];

/** The voter's hand: what is chosen, what is in the box, and how to put it there. */
export function useBallot(poll: Poll) {
  const { t } = useLingui();
  const client = useClient();
  const cast = useClientState(({ you }) => you?.ballots[poll.id] ?? NONE);
  const [draft, setDraft] = useState<readonly OptionId[] | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isChanging, setIsChanging] = useState(false);
  const chosen = draft ?? cast;

  async function send(): Promise<void> {
    setIsSending(true);
    setProblem(null);
    const ack = await client.execute('poll:vote', { pollId: poll.id, optionIds: [...chosen] });
    setIsSending(false);
    if (ack.ok || ack.error.code === 'ALREADY') {
      setDraft(null);
      setIsChanging(false);
    }
    if (!ack.ok) setProblem(t(refusalWords[ack.error.code]));
  }

  return {
    cast,
    chosen,
    choose: setDraft,
    send,
    isSending,
    problem,
    /** Whether the ballot paper is on the table, rather than the result. */
    isVoting: poll.status === 'open' && (cast.length === 0 || isChanging),
    canChange: poll.status === 'open' && poll.changeable && cast.length > 0 && !isChanging,
    change: () => setIsChanging(true),
  };
}

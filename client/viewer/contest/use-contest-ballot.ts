import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Round } from '#shared/model/contest.ts';
import type { ContestantId, PollId } from '#shared/model/ids.ts';
import type { Refusal } from '#shared/protocol/errors.ts';
import { groupOf, openBoxes, opensLater, tableBox } from '../../ui/contest/vote-window.ts';
import { useClient, useClientState } from '../../ui/live/client-context.ts';
import { useNow } from '../../ui/live/use-now.ts';
import { refusalWords } from '../../ui/live/words.ts';

const NONE: readonly string[] = [];

/** The voter's hand at a contest's box: whom is chosen, what is in the box, and how to put it there. */
export function useContestBallot(round: Round) {
  const { t } = useLingui();
  const client = useClient();
  const now = useNow();
  const { groups } = round.vote;
  const known = useClientState(({ you }) => groupOf(round, you?.ballots));
  const [picked, setPicked] = useState<number | null>(null);
  const group = groups.length === 0 ? null : (known ?? picked);
  const boxId = tableBox(round, now, group)?.id ?? null;
  const cast = useClientState(({ you }): readonly string[] => (boxId && you?.ballots[boxId]) || NONE);
  const [draft, setDraft] = useState<{ boxId: PollId | null; chosen: readonly string[] } | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isChanging, setIsChanging] = useState(false);
  // Another day is another ballot: what was chosen for the last one is gone with it.
  const chosen = draft?.boxId === boxId ? draft.chosen : cast;
  const isOpen = openBoxes(round, now).length > 0;

  function toggle(id: string): void {
    const { perViewer } = round.vote;
    const isIn = chosen.includes(id);
    if (perViewer === 1) setDraft({ boxId, chosen: [id] });
    else if (isIn) setDraft({ boxId, chosen: chosen.filter((other) => other !== id) });
    else if (chosen.length < perViewer) setDraft({ boxId, chosen: [...chosen, id] });
  }

  async function send(): Promise<void> {
    setIsSending(true);
    setProblem(null);
    const ack = await client.execute('contest:vote', {
      roundId: round.id,
      entryIds: chosen as readonly ContestantId[] as ContestantId[],
      ...(group !== null && { group: groups[group] }),
    });
    setIsSending(false);
    if (ack.ok || ack.error.code === 'ALREADY') {
      setDraft(null);
      setIsChanging(false);
    }
    if (!ack.ok) setProblem(wordsFor(ack.error));
  }

  function pick(next: number): void {
    setPicked(next);
    setDraft(null);
  }

  function wordsFor({ code, message, details }: Refusal): string {
    const own = (details as { group?: unknown } | undefined)?.group;
    if (typeof own === 'string') return t`你这一轮已经在“${own}”投票，请选回这个组`;
    if (code === 'ALREADY') return t`你已经投过票，票箱里是你的第一张选票`;
    if (code !== 'CLOSED') return t(refusalWords[code]);
    return /contestant/.test(message) ? t`所选的选手现在不能投票，请改选` : t`投票已截止，这张选票没有计入`;
  }

  return {
    cast,
    chosen,
    toggle,
    send,
    isSending,
    problem,
    isOpen,
    opensAt: opensLater(round, now),
    isVoting: isOpen && (cast.length === 0 || isChanging),
    canChange: isOpen && round.vote.changeable && cast.length > 0 && !isChanging,
    change: () => setIsChanging(true),
    closesAt: openBoxes(round, now)[0]?.closesAt ?? null,
    /** Where voters come in groups: which, whether it is settled, and how to say it. */
    group,
    isGroupSettled: known !== null,
    needsGroup: groups.length > 0 && group === null,
    pick,
  };
}

import { useMemo } from 'react';
import type { Contest, Contestant, Round } from '#shared/model/contest.ts';
import type { JudgeId } from '#shared/model/ids.ts';
import { useClientState } from '../../ui/live/client-context.ts';
import { inBookMarks } from '../../ui/contest/book-marks.ts';
import { keyOf } from '../outbox/item.ts';
import { useOutboxState, useOwnItems } from '../outbox/outbox-context.ts';
import { type CardView, isOut, stateOf } from './card-state.ts';

/** A line of the judge's list. `place` is the draw number, from 1. */
export type EntryView = CardView & {
  place: number;
  title: string;
  contestant: Contestant | undefined;
};

/** The judge's own cards of a round, in draw order. */
export function useCards(contest: Contest, round: Round, judgeId: JudgeId): EntryView[] {
  const cards = useClientState(({ you }) => you?.cards);
  const items = useOwnItems();
  const { signatures } = useOutboxState();
  return useMemo(
    () =>
      round.entries.map((entry, index) => {
        const key = { roundId: round.id, entryId: entry.id, judgeId };
        const card = cards?.find((one) => keyOf(one) === keyOf(key));
        const item = items.find((one) => keyOf(one) === keyOf(key));
        return {
          key,
          state: stateOf(card, item, isOut(contest, round, entry.id), signatures.has(keyOf(key))),
          values: item?.values ?? card?.values ?? {},
          card,
          item,
          place: index + 1,
          title: inBookMarks(entry.title),
          contestant: contest.contestants.find(({ id }) => id === entry.id),
        };
      }),
    [contest, round, judgeId, cards, items, signatures],
  );
}

import type { OptionId, PollId } from '../model/ids.ts';
import { OptionId as OptionIdSchema } from '../model/ids.ts';
import type { EventState } from '../model/state.ts';
import { asideId, groupBoxId } from './contest/box-ids.ts';
import { isTallyPublic } from './tally.ts';

/** A ballot box whose running count somebody may see. */
export type CountedBox = { id: PollId; options: { id: OptionId }[]; isOpen: boolean; isPublic: boolean };

/**
 * The boxes of polls that are no drafts, and those of a contest's votes with `live` results. A contest's hidden vote is
 * not among them: nobody sees its count before the reveal, the desk included (SC-17).
 */
export function countedBoxes({ polls, contest }: EventState): CountedBox[] {
  const ofPolls = polls
    .filter(({ status }) => status !== 'draft')
    .map((poll) => ({
      id: poll.id,
      options: poll.options,
      isOpen: poll.status === 'open',
      isPublic: isTallyPublic(poll),
    }));
  const ofRounds = (contest?.rounds ?? []).flatMap(({ vote, voting }) => {
    if (voting === null || vote.results === 'hidden') return [];
    const options = voting.entries.map((id) => ({ id: OptionIdSchema.parse(id) }));
    return voting.boxes.map(({ id }) => ({ id, options, isOpen: voting.isOpen, isPublic: true }));
  });
  return [...ofPolls, ...ofRounds];
}

/** Every box that was ever open, with the ids of its options in their order: what a viewer's own ballots are read by. */
export function openedBoxes({ polls, contest }: EventState): Map<PollId, OptionId[]> {
  const boxes = new Map<PollId, OptionId[]>();
  for (const { id, status, options } of polls) {
    if (status !== 'draft')
      boxes.set(
        id,
        options.map((option) => option.id),
      );
  }
  for (const { voting } of contest?.rounds ?? []) {
    const options = voting?.entries.map((id) => OptionIdSchema.parse(id)) ?? [];
    for (const { id } of voting?.boxes ?? []) boxes.set(id, options);
  }
  return boxes;
}

/** Every box the store may hold for an event: those, and what stands beside a contest's. */
export function everyBox(state: EventState): PollId[] {
  const rounds = state.contest?.rounds ?? [];
  const beside = rounds.flatMap(({ id, voting }) => [
    groupBoxId(id),
    ...(voting?.boxes ?? []).flatMap((box) => [asideId(box.id, 'suspect'), asideId(box.id, 'unknown')]),
  ]);
  return [...openedBoxes(state).keys(), ...beside];
}

import type { Round } from '#shared/model/contest.ts';
import type { Tally } from '#shared/model/poll.ts';

type Box = NonNullable<Round['voting']>['boxes'][number];

/** The boxes that take ballots now: one, or one for each group of voters. */
export function openBoxes({ voting }: Pick<Round, 'voting'>, now: number): Box[] {
  if (!voting?.isOpen) return [];
  return voting.boxes.filter(
    ({ opensAt, closesAt }) => opensAt <= now && (closesAt === null || now < closesAt),
  );
}

/** When a vote that is timed opens at last; null where it has opened, or is closed. */
export function opensLater({ voting }: Pick<Round, 'voting'>, now: number): number | null {
  const opensAt = voting?.isOpen ? voting.boxes[0]?.opensAt : undefined;
  return opensAt !== undefined && opensAt > now ? opensAt : null;
}

/** The box a ballot of this group would go into now; null when there is none. */
export const openBox = (round: Round, now: number, group: number | null = null): Box | null =>
  openBoxes(round, now).find((box) => isOf(box, group)) ?? null;

/** The box whose ballot is on the table: the open one, or the last that was. */
export function tableBox(round: Round, now: number, group: number | null = null): Box | null {
  const own = (round.voting?.boxes ?? []).filter((box) => isOf(box, group));
  return openBox(round, now, group) ?? own[own.length - 1] ?? null;
}

const isOf = (box: Box, group: number | null): boolean => (box.group ?? null) === group;

/** SC-12: the group a viewer has voted with in this round; null while they have not. */
export const groupOf = (
  { voting }: Pick<Round, 'voting'>,
  ballots: Readonly<Record<string, unknown>> | undefined,
): number | null => voting?.boxes.find(({ id }) => ballots?.[id] !== undefined)?.group ?? null;

/** When the vote is over as a whole; null where somebody has to close it. */
export const endOfVote = ({ voting }: Round): number | null =>
  voting?.boxes[voting.boxes.length - 1]?.closesAt ?? null;

/** The running count over all of a round's boxes, or null where it is not public. */
export function liveCount(
  { voting, vote }: Round,
  tallies: Readonly<Record<string, Tally>>,
): { votes: Record<string, number>; ballots: number } | null {
  if (vote.results === 'hidden' || voting === null) return null;
  const votes: Record<string, number> = {};
  let ballots = 0;
  for (const { id } of voting.boxes) {
    const tally = tallies[id];
    ballots += tally?.ballots ?? 0;
    for (const entryId of voting.entries) {
      const counts: Readonly<Record<string, number>> = tally?.counts ?? {};
      votes[entryId] = (votes[entryId] ?? 0) + (counts[entryId] ?? 0);
    }
  }
  return { votes, ballots };
}

import type { Round } from '#shared/model/contest.ts';
import type { Tally } from '#shared/model/poll.ts';

type Box = NonNullable<Round['voting']>['boxes'][number];

/** The box a ballot would go into now; null when there is none. */
export function openBox({ voting }: Round, now: number): Box | null {
  if (!voting?.isOpen) return null;
  const isNow = ({ opensAt, closesAt }: Box): boolean =>
    opensAt <= now && (closesAt === null || now < closesAt);
  return voting.boxes.find(isNow) ?? null;
}

/** The box whose ballot is on the table: the open one, or the last that was. */
export const tableBox = (round: Round, now: number): Box | null =>
  openBox(round, now) ?? round.voting?.boxes[round.voting.boxes.length - 1] ?? null;

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

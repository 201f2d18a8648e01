import type { Round } from '#shared/model/contest.ts';
import type { ContestantId, PollId } from '#shared/model/ids.ts';
import type { BallotClasses, VoteCount, VoteRuling, Votes, VoteSet } from '#shared/model/vote-count.ts';
import { asideId } from '#shared/rules/contest/box-ids.ts';
import type { Context } from '../../context.ts';
import type { BoxTally } from '../../store/store.ts';

type Marked = Omit<VoteSet, 'counted'>;
export type RawCount = { ballots: BallotClasses; sets: Marked[] };

const NOTHING: BoxTally = { counts: [], ballots: 0 };

/** The ballots of all of a round's boxes as they stand: all of them, and those that are not clean. */
export async function readBallots(
  { slug, store }: Pick<Context, 'slug' | 'store'>,
  { voting, vote, entries }: Round,
): Promise<RawCount> {
  const boxes = voting?.boxes ?? [];
  const ids = boxes.flatMap(({ id }) => [id, asideId(id, 'suspect'), asideId(id, 'unknown')]);
  const tallies = ids.length === 0 ? new Map<PollId, BoxTally>() : await store.readTallies(slug, ids);
  const tally = (id: PollId): BoxTally => tallies.get(id) ?? NOTHING;
  const blank = (): Votes => Object.fromEntries(entries.map(({ id }) => [id, 0] as const));
  const groups = vote.groups.length === 0 ? [null] : vote.groups;
  const sets = groups.map((group): Marked => ({ group, raw: blank(), suspect: blank(), unknown: blank() }));
  let [all, suspect, unknown] = [0, 0, 0];
  for (const { id, group } of boxes) {
    const set = sets[group ?? 0];
    if (set === undefined) continue;
    const marks = {
      raw: tally(id),
      suspect: tally(asideId(id, 'suspect')),
      unknown: tally(asideId(id, 'unknown')),
    };
    for (const [mark, { counts }] of Object.entries(marks))
      addTo(set[mark as keyof typeof marks], voting?.entries ?? [], counts);
    all += marks.raw.ballots;
    suspect += marks.suspect.ballots;
    unknown += marks.unknown.ballots;
  }
  return { ballots: { clean: all - suspect - unknown, suspect, unknown }, sets };
}

function addTo(votes: Votes, entries: readonly ContestantId[], counts: readonly number[]): void {
  for (const [option, count] of counts.entries()) {
    const entryId = entries[option];
    if (entryId !== undefined) votes[entryId] = (votes[entryId] ?? 0) + count;
  }
}

/** What counts under a ruling; without one, suspect ballots stay out and the rest are in. */
export function countBallots({ ballots, sets }: RawCount, ruling: VoteRuling | null): VoteCount {
  const isOut = { suspect: ruling?.suspect !== 'count', unknown: ruling?.unknown === 'reject' };
  return {
    ballots,
    ruling,
    rejected: (isOut.suspect ? ballots.suspect : 0) + (isOut.unknown ? ballots.unknown : 0),
    sets: sets.map((set) => ({
      ...set,
      counted: Object.fromEntries(
        Object.entries(set.raw).map(([id, raw]) => {
          const entryId = id as ContestantId;
          const suspect = isOut.suspect ? (set.suspect[entryId] ?? 0) : 0;
          const unknown = isOut.unknown ? (set.unknown[entryId] ?? 0) : 0;
          return [entryId, Math.max(0, raw - suspect - unknown)] as const;
        }),
      ),
    })),
  };
}

import type { Redis } from 'ioredis';
import type { EventSlug, PollId } from '#shared/model/ids.ts';
import { choiceOf, maskOf } from '../choice.ts';
import type { BallotOutcome, BoxTally, NewBallot, Store } from '../store.ts';
import { orUnavailable } from './failure.ts';
import type { Keys } from './keys.ts';
import type { Run } from './scripts.ts';

type Ballots = Pick<Store, 'castBallots' | 'readBallots' | 'readTallies'>;

/** Ballots one script casts: a fraction of a millisecond, for which everyone else at this Redis waits. */
const MAX_BATCH = 200;

type Word = BallotOutcome['status'];

export function createBallots(redis: Redis, run: Run, keysOf: Keys): Ballots {
  async function castBatch(slug: EventSlug, ballots: readonly NewBallot[]): Promise<BallotOutcome[]> {
    const keys = keysOf(slug);
    const places = new Map<PollId, number>();
    for (const { pollId } of ballots) {
      if (!places.has(pollId)) places.set(pollId, places.size + 1);
    }
    const reply = await run<(Word | number)[]>(
      'cast-ballots',
      [keys.counts, ...[...places.keys()].flatMap((pollId) => [keys.box(pollId), keys.ballots(pollId)])],
      ballots.flatMap(({ pollId, viewer, choice }) => [places.get(pollId) ?? 0, viewer, maskOf(choice)]),
    );
    return ballots.map((_, index) => outcomeOf(reply[2 * index] as Word, Number(reply[2 * index + 1])));
  }

  async function readTally(slug: EventSlug, pollId: PollId): Promise<BoxTally | null> {
    const box = await redis.hgetall(keysOf(slug).box(pollId));
    if (box.options === undefined) return null;
    const counts = Array.from({ length: Number(box.options) }, (_, option) =>
      Number(box[`votes:${option}`] ?? 0),
    );
    return { counts, ballots: Number(box.ballots ?? 0) };
  }

  return {
    async castBallots(slug, ballots) {
      const batches = Array.from({ length: Math.ceil(ballots.length / MAX_BATCH) }, (_, index) =>
        castBatch(slug, ballots.slice(index * MAX_BATCH, (index + 1) * MAX_BATCH)),
      );
      // One connection keeps them in order.
      return (await Promise.all(batches)).flat();
    },

    async readBallots(slug, viewer, pollIds) {
      if (pollIds.length === 0) return new Map();
      const keys = keysOf(slug);
      const masks = await run<number[]>(
        'read-ballots',
        pollIds.flatMap((pollId) => [keys.box(pollId), keys.ballots(pollId)]),
        [viewer],
      );
      return new Map(
        pollIds.flatMap((pollId, index) => (masks[index] ? [[pollId, choiceOf(masks[index])] as const] : [])),
      );
    },

    async readTallies(slug, pollIds) {
      const tallies = await orUnavailable(Promise.all(pollIds.map((pollId) => readTally(slug, pollId))));
      return new Map(
        pollIds.flatMap((pollId, index) => {
          const tally = tallies[index];
          return tally ? [[pollId, tally] as const] : [];
        }),
      );
    },
  };
}

const outcomeOf = (status: Word, mask: number): BallotOutcome =>
  status === 'closed' ? { status } : { status, choice: choiceOf(mask) };

import type { Audience } from '#shared/model/actor.ts';
import { type Cohort, createCohort, type Heard, type Observed } from './cohort.ts';
import type { Reader } from './reader.ts';

/**
 * One audience of one event on one node. A small one is one cohort. A large one is several, of some thousand
 * connections each, which hear the same and get their frames in turn: a frame to ten thousand takes a tenth of a second
 * to write, and with everyone in one go that tenth is added to the wait of whoever comes last.
 */
export type AudienceFeed = Omit<Cohort, 'flush' | 'fork' | 'leave'> & {
  readonly audience: Audience;
  readonly cohorts: number;
  leave(reader: Reader): void;
  /** Sends what waits to the cohort whose turn it is, or to all; resolves with the milliseconds it took. */
  flush(turn: number | 'all'): Promise<number>;
};

/** Connections from which one more cohort is worth its encoding. */
const COHORT_SIZE = 1_250;
const MAX_COHORTS = 8;

export function createAudience(audience: Audience, start: Heard, observe: Observed): AudienceFeed {
  const first = createCohort(audience, start, observe);
  const all = [first];

  /** The smallest one; another one when all are full. */
  function withRoom(): Cohort {
    const smallest = all.reduce((least, one) => (one.size < least.size ? one : least));
    if (smallest.size < COHORT_SIZE || all.length === MAX_COHORTS) return smallest;
    const next = first.fork();
    all.push(next);
    return next;
  }

  return {
    audience,
    get state() {
      return first.state;
    },
    get revision() {
      return first.revision;
    },
    latest: () => first.latest(),
    get size() {
      return all.reduce((sum, one) => sum + one.size, 0);
    },
    get cohorts() {
      return all.length;
    },
    hear: (records) => all.forEach((one) => one.hear(records)),
    take: (comments) => all.forEach((one) => one.take(comments)),
    show: (changed, at) => all.forEach((one) => one.show(changed, at)),
    join: (reader) => withRoom().join(reader),
    leave: (reader) => void all.some((one) => one.leave(reader)),
    async flush(turn) {
      const due = turn === 'all' ? [...all] : all.slice(turn, turn + 1);
      let spentMs = 0;
      for (const one of due) spentMs += await one.flush(); // side by side each would write a slice before acks get their turn
      return spentMs;
    },
    reset: (epoch, state, revision) => all.forEach((one) => one.reset(epoch, state, revision)),
    tend: (now) => all.forEach((one) => one.tend(now)),
    dismiss: () => all.forEach((one) => one.dismiss()),
  };
}

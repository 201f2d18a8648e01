import type { EventSlug } from '#shared/model/ids.ts';
import type { BallotOutcome, NewBallot, Store } from '../store/store.ts';

type Waiting = {
  ballot: NewBallot;
  resolve: (outcome: BallotOutcome) => void;
  reject: (error: unknown) => void;
};

/**
 * As many as are cast at a time; the engine divides them into steps. It takes all that came in while the last ones were
 * under way: what is left behind would be copied by the garbage collector again and again, and cost more than a vote.
 */
const MAX_BATCH = 20_000;

/** From one batch to the next: what a batch costs the engine is shared by all that came meanwhile. */
const APART_MS = 20;

/**
 * Collects the ballots of one event that arrive together and casts them in one step; each voter gets their own
 * answer. The first one waits for nothing but its turn of the event loop; while a batch is under way, and until
 * `APART_MS` after it began, the next one gathers.
 */
export function createBallotBox(
  store: Store,
): (slug: EventSlug, ballot: NewBallot) => Promise<BallotOutcome> {
  const queues = new Map<EventSlug, Waiting[]>();

  async function cast(slug: EventSlug, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const startedAt = performance.now();
      const batch = queue.splice(0, MAX_BATCH);
      try {
        const outcomes = await store.castBallots(
          slug,
          batch.map(({ ballot }) => ballot),
        );
        for (const [index, outcome] of outcomes.entries()) batch[index]?.resolve(outcome);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
      const restMs = startedAt + APART_MS - performance.now();
      if (restMs > 0) await new Promise((resolve) => void setTimeout(resolve, restMs));
    }
    queues.delete(slug);
  }

  return (slug, ballot) =>
    new Promise((resolve, reject) => {
      const waiting = { ballot, resolve, reject };
      const queue = queues.get(slug);
      if (queue !== undefined) {
        queue.push(waiting);
        return;
      }
      const started = [waiting];
      queues.set(slug, started);
      setImmediate(() => void cast(slug, started));
    });
}

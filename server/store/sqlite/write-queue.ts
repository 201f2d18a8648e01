import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../store.ts';
import { storeError, unavailable } from './failure.ts';

/**
 * With commits following each other, one waits for company, the longer the more comes: a commit costs the disk and this
 * process as much as a dozen rows. Alone, a caller never waits longer than the least, and where many come there are 25
 * commits a second; beside somebody who hurries, callers wait for the next hurry, or until the most is over.
 */
const GATHER = { leastMs: 2, mostMs: 40, growMs: 2, shrinkMs: 1 };
/** From so many at once on, it pays to wait longer. */
const COMPANY = 3;
/** Longest batch: a few milliseconds of the event loop. */
const MAX_BATCH = 1_000;

export type WriteQueue = {
  /** Runs `operation` in a transaction shared with others; resolves once it is on the disk. */
  write<T>(operation: () => T): Promise<T>;
  /** Commits what waits, without waiting for company; false when nothing does. */
  hurry(): boolean;
  /** Commits what waits and takes no more. */
  close(): void;
};

/** `attempt` does the work and returns what to do once it is committed. */
type Waiting = { attempt: () => () => void; reject: (error: unknown) => void };

export function createWriteQueue(database: DatabaseSync): WriteQueue {
  const begin = database.prepare('begin immediate');
  const commit = database.prepare('commit');
  const rollback = database.prepare('rollback');
  const save = database.prepare('savepoint operation');
  const release = database.prepare('release operation');
  const undo = database.prepare('rollback to operation');

  const queue: Waiting[] = [];
  /** What takes back the next commit, when there is to be one. */
  let unschedule: (() => void) | null = null;
  let isClosed = false;
  let committedAt = Number.NEGATIVE_INFINITY;
  let gatherMs = GATHER.leastMs;

  function schedule(): void {
    if (unschedule !== null || queue.length === 0) return;
    const sinceMs = performance.now() - committedAt;
    if (sinceMs >= gatherMs) {
      const immediate = setImmediate(flush);
      unschedule = () => clearImmediate(immediate);
    } else {
      const timer = setTimeout(flush, gatherMs - sinceMs);
      unschedule = () => clearTimeout(timer);
    }
  }

  function flush(): void {
    gatherMs =
      queue.length >= COMPANY
        ? Math.min(GATHER.mostMs, gatherMs + GATHER.growMs)
        : Math.max(GATHER.leastMs, gatherMs - GATHER.shrinkMs);
    commitNext();
  }

  function commitNext(): void {
    unschedule?.();
    unschedule = null;
    if (queue.length > 0) commitBatch(queue.splice(0, MAX_BATCH));
    schedule();
  }

  function commitBatch(batch: Waiting[]): void {
    try {
      rollBackIfLeft();
      begin.run();
      const settled = batch.map(attempt);
      commit.run();
      committedAt = performance.now();
      for (const settle of settled) settle();
    } catch (error) {
      for (const waiting of batch) waiting.reject(unavailable(error));
      try {
        rollBackIfLeft();
      } catch {
        // The disk is in trouble; the next batch tries again before it begins.
      }
    }
  }

  /** One operation in its own savepoint: if it throws, it alone is undone. */
  function attempt(waiting: Waiting): () => void {
    save.run();
    try {
      const settle = waiting.attempt();
      release.run();
      return settle;
    } catch (error) {
      // On a full disk SQLite gives up the transaction itself, and with it every operation of the batch.
      if (!database.isTransaction) throw error;
      undo.run();
      release.run();
      return () => waiting.reject(storeError(error));
    }
  }

  function rollBackIfLeft(): void {
    if (database.isTransaction) rollback.run();
  }

  return {
    write(operation) {
      if (isClosed) return Promise.reject(new StoreUnavailable('The store is closed.'));
      return new Promise((resolve, reject) => {
        queue.push({
          attempt() {
            const value = operation();
            return () => resolve(value);
          },
          reject,
        });
        schedule();
      });
    },

    hurry() {
      if (queue.length === 0) return false;
      while (queue.length > MAX_BATCH) commitBatch(queue.splice(0, MAX_BATCH));
      gatherMs = GATHER.mostMs; // whoever hurries comes again: until then nobody else has to
      commitNext();
      return true;
    },

    close() {
      isClosed = true;
      while (queue.length > 0) commitBatch(queue.splice(0, MAX_BATCH));
    },
  };
}

import type { Comment } from '#shared/model/comment.ts';
import { LIMITS } from '#shared/limits.ts';

/**
 * Shows delayed comments when their time has come. Every node asks the store, which hands each comment to one of them:
 * so a comment whose node died in between is shown by another, and none is shown twice.
 */
export type Releases = {
  /** A comment is on its way from this node. */
  expect(dueAt: number): void;
  /** Looks at what other nodes may have left behind: about once a second. */
  tend(isDelaying: boolean): void;
  stop(): void;
};

/** How many one question brings; the next follows at once. */
const BATCH = 500;
/** Comments with nearly the same time leave together. */
const GATHER_MS = 100;
/** How long after the mode was changed comments may still be on their way. */
const AFTERMATH_MS = LIMITS.delaySeconds * 1000 + 4_000;

type Parts = {
  release: (limit: number) => Promise<Comment[]>;
  onReleased(comment: Comment): void;
  now: () => number;
  onFailure(error: unknown): void;
};

export function createReleases({ release, onReleased, now, onFailure }: Parts): Releases {
  let timer: NodeJS.Timeout | undefined;
  /** The moments at which this node's own come due, rounded up: a few dozen at most, however many comments. */
  const moments = new Set<number>();
  let isAsking = false;
  let isStopped = false;
  /** After a start, a node that died may have left some. */
  let watchUntil = now() + AFTERMATH_MS;

  async function ask(): Promise<void> {
    for (;;) {
      const released = await release(BATCH);
      for (const comment of released) onReleased(comment);
      if (released.length < BATCH || isStopped) return;
    }
  }

  function look(): void {
    if (isAsking || isStopped) return;
    isAsking = true;
    ask()
      .catch(onFailure)
      .finally(() => (isAsking = false));
  }

  function set(): void {
    clearTimeout(timer);
    if (moments.size === 0 || isStopped) return;
    timer = setTimeout(wake, Math.max(0, Math.min(...moments) - now()));
    timer.unref();
  }

  function wake(): void {
    for (const moment of moments) if (moment <= now()) moments.delete(moment);
    look();
    set();
  }

  return {
    expect(dueAt) {
      watchUntil = Math.max(watchUntil, dueAt + AFTERMATH_MS);
      const moment = (Math.floor(dueAt / GATHER_MS) + 1) * GATHER_MS;
      if (moments.has(moment)) return;
      moments.add(moment);
      set();
    },
    tend(isDelaying) {
      if (isDelaying) watchUntil = now() + AFTERMATH_MS;
      if (now() < watchUntil) look();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

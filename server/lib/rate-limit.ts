import type { Clock } from './clock.ts';

export type Pace = { perSecond: number; burst: number };

export type Buckets = {
  /** 0 when allowed, else the milliseconds until it would be. A refusal costs the key nothing. */
  take(key: string): number;
};

/**
 * One bucket per key, as GCRA: what is kept is the time at which the bucket will be full again. A key unseen for as
 * long as a bucket takes to fill needs no memory, so keys live in two generations, and each time that span has passed
 * the older one is dropped whole. `maxKeys` bounds both; beyond it the longest unseen are forgiven.
 */
export function createBuckets(
  { perSecond, burst, maxKeys = 100_000 }: Pace & { maxKeys?: number },
  clock: Clock,
): Buckets {
  const intervalMs = 1_000 / perSecond;
  const spanMs = burst * intervalMs;
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  let turnedAt = clock.now();

  return {
    take(key) {
      const now = clock.now();
      const wasSetBack = now < turnedAt;
      if (now - turnedAt >= spanMs || young.size >= maxKeys / 2 || wasSetBack) {
        old = wasSetBack ? new Map() : young; // times of a clock that was set back would lock everyone out
        young = new Map();
        turnedAt = now;
      }
      const fullAt = Math.max(young.get(key) ?? old.get(key) ?? now, now);
      const waitMs = fullAt + intervalMs - spanMs - now;
      if (waitMs > 0) return Math.ceil(waitMs);
      young.set(key, fullAt + intervalMs);
      return 0;
    },
  };
}

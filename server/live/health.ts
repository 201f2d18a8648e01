import type { Health } from '#shared/model/gauges.ts';
import { BEAT_LIMITS } from './beat.ts';

/** What the desk is told of the machinery: how the store answers this event's pulse, and how frames leave. */
export type HealthWatch = {
  /** The store answered the pulse; `nodes` serve this event. */
  answered(tookMs: number, nodes: number): void;
  away(): void;
  read(): Health;
};

/** A pulse that takes longer says that the store labours. */
const SLOW_MS = 400;
/** Pulses come once a second; after this long without one the counters are old. */
const STALE_MS = 3_500;

type Parts = {
  engine: Health['engine'];
  unsafe: readonly string[];
  beatMs: () => number;
  now: () => number;
};

export function createHealth({ engine, unsafe, beatMs, now }: Parts): HealthWatch {
  let answeredAt = now();
  let tookMs = 0;
  let isAway = false;
  let nodes = 1;

  return {
    answered(ms, present) {
      [answeredAt, tookMs, isAway, nodes] = [now(), ms, false, present];
    },
    away() {
      isAway = true;
    },
    read() {
      const isStale = now() - answeredAt > STALE_MS;
      return {
        store: isAway || isStale ? 'unavailable' : tookMs > SLOW_MS ? 'slow' : 'ok',
        staleSince: isAway || isStale ? answeredAt : null,
        engine,
        unsafe: [...unsafe],
        nodes,
        // In tens, so that a breath of the beat is no news.
        beat: { ms: Math.round(beatMs() / 10) * 10, minMs: BEAT_LIMITS.minMs, maxMs: BEAT_LIMITS.maxMs },
      };
    },
  };
}

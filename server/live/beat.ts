/**
 * When an event's frames leave. The first news after quiet leaves at once (with whatever else came in the same turn
 * of the event loop); while busy the interval stretches so that sending takes no more than `share` of this process's
 * time, between `minMs` and `maxMs`. Gauges are in no hurry: they ride along, or leave by themselves a little later,
 * and a cheap frame of gauges alone does not make the news behind it wait.
 */
export type Beat = {
  /** Facts or comments wait to be sent. */
  touch(): void;
  /** Gauges changed. */
  nudge(): void;
  /** The present interval, for metrics and the host. */
  readonly intervalMs: number;
  stop(): void;
};

export type BeatLimits = { minMs: number; maxMs: number; share: number };

export const BEAT_LIMITS: BeatLimits = { minMs: 50, maxMs: 1000, share: 0.35 };

/** How long gauges wait for news to ride along with. */
const GAUGES_WAIT_MS = 100;
/** How much of the past a new measurement replaces. */
const WEIGHT = 0.3;

/** `send` writes one frame to everyone and resolves with the milliseconds of CPU it took. It is never run twice at once. */
export function createBeat(
  send: () => Promise<number>,
  now: () => number = () => performance.now(),
  { minMs, maxMs, share }: BeatLimits = BEAT_LIMITS,
): Beat {
  let intervalMs = minMs;
  let costMs = 0;
  /** When the last frame left that counts for the interval. */
  let lastAt = -Infinity;
  let state: 'quiet' | 'waiting' | 'sending' | 'stopped' = 'quiet';
  /** What has been waiting since the last frame left, if anything. */
  let waiting: 'news' | 'gauges' | null = null;
  let timer: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;

  async function run(): Promise<void> {
    state = 'sending';
    if (waiting === 'news' || intervalMs > minMs) lastAt = now();
    waiting = null;
    const spent = await send();
    costMs += (spent - costMs) * WEIGHT;
    intervalMs = Math.min(maxMs, Math.max(minMs, costMs / share));
    if (stopped()) return;
    state = 'quiet';
    if (waiting !== null) schedule();
  }

  // A function, because the state may change while `send` runs.
  const stopped = (): boolean => state === 'stopped';

  function schedule(): void {
    clearTimeout(timer);
    state = 'waiting';
    const waitMs = Math.max(lastAt + intervalMs - now(), waiting === 'gauges' ? GAUGES_WAIT_MS : 0);
    if (waitMs <= 0) immediate = setImmediate(() => void run());
    else timer = setTimeout(() => void run(), waitMs);
  }

  return {
    touch() {
      if (waiting === 'news') return;
      waiting = 'news';
      if (state === 'quiet' || state === 'waiting') schedule();
    },
    nudge() {
      if (waiting !== null) return;
      waiting = 'gauges';
      if (state === 'quiet') schedule();
    },
    get intervalMs() {
      return intervalMs;
    },
    stop() {
      state = 'stopped';
      clearTimeout(timer);
      clearImmediate(immediate);
    },
  };
}

/**
 * When an event's frames leave. The first change after quiet leaves at once (with whatever else came in the same
 * turn of the event loop); while busy the interval stretches so that sending takes no more than `share` of this
 * process's time, between `minMs` and `maxMs`.
 */
export type Beat = {
  /** Something waits to be sent. */
  touch(): void;
  /** The present interval, for metrics and the host. */
  readonly intervalMs: number;
  stop(): void;
};

export type BeatLimits = { minMs: number; maxMs: number; share: number };

export const BEAT_LIMITS: BeatLimits = { minMs: 50, maxMs: 1000, share: 0.35 };

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
  let lastAt = -Infinity;
  let state: 'quiet' | 'waiting' | 'sending' | 'stopped' = 'quiet';
  let touchedWhileSending = false;
  let timer: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;

  async function run(): Promise<void> {
    state = 'sending';
    lastAt = now();
    const spent = await send();
    costMs += (spent - costMs) * WEIGHT;
    intervalMs = Math.min(maxMs, Math.max(minMs, costMs / share));
    if (stopped()) return;
    state = 'quiet';
    if (touchedWhileSending) schedule();
  }

  // A function, because the state may change while `send` runs.
  const stopped = (): boolean => state === 'stopped';

  function schedule(): void {
    touchedWhileSending = false;
    state = 'waiting';
    const waitMs = lastAt + intervalMs - now();
    if (waitMs <= 0) immediate = setImmediate(() => void run());
    else timer = setTimeout(() => void run(), waitMs);
  }

  return {
    touch() {
      if (state === 'quiet') schedule();
      else if (state === 'sending') touchedWhileSending = true;
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

import { createHistogram } from './histogram.ts';
import type { Place } from './places.ts';

/**
 * What an audience heard. Everyone is sent the same bytes, so a frame is read once and recognised after that: this
 * is what keeps the audience cheaper than the server it listens to.
 */
export type Tally = {
  /** A message, by the place it led to. */
  hear(place: Place): void;
  answer(isOk: boolean, code: string, ms: number): void;
  read(): Heard;
  clear(): void;
};

export type Heard = {
  frames: number;
  /** Comments in those frames. */
  comments: number;
  /** Payload bytes on the wire. */
  bytes: number;
  /** From `t` in a frame to its arrival. */
  delays: [ms: number, count: number][];
  accepted: number;
  refused: Record<string, number>;
  ackDelays: [ms: number, count: number][];
};

export function createTally(): Tally {
  const delays = createHistogram();
  const ackDelays = createHistogram();
  let sums = { frames: 0, comments: 0, bytes: 0, accepted: 0 };
  let refused: Record<string, number> = {};

  return {
    hear({ bytes, comments, bornAt }) {
      sums.frames += 1;
      sums.comments += comments;
      sums.bytes += bytes;
      if (comments > 0) delays.add(Date.now() - bornAt);
    },
    answer(isOk, code, ms) {
      ackDelays.add(ms);
      if (isOk) sums.accepted += 1;
      else refused[code] = (refused[code] ?? 0) + 1;
    },
    read: () => ({
      ...sums,
      delays: delays.entries(),
      refused,
      ackDelays: ackDelays.entries(),
    }),
    clear() {
      sums = { frames: 0, comments: 0, bytes: 0, accepted: 0 };
      refused = {};
      delays.clear();
      ackDelays.clear();
    },
  };
}

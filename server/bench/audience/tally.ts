import { constants, inflateRawSync } from 'node:zlib';
import { createHistogram } from './histogram.ts';

/**
 * What an audience heard. Everyone is sent the same bytes, so a frame is read once and recognised after that: this
 * is what keeps the audience cheaper than the server it listens to.
 */
export type Tally = {
  hear(payload: Buffer, isCompressed: boolean): void;
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
  /** The last frame's text, for what only one suite wants to know. */
  last: string;
};

type Known = { payload: Buffer; text: string; comments: number; bornAt: number };

const KNOWN = 8;
const TAIL = Buffer.from([0, 0, 0xff, 0xff]);

export function createTally(): Tally {
  const delays = createHistogram();
  const ackDelays = createHistogram();
  /** The last few different frames, newest first: while one is being sent, some sockets still hold the one before. */
  const known: Known[] = [];
  let sums = { frames: 0, comments: 0, bytes: 0, accepted: 0 };
  let refused: Record<string, number> = {};

  function learn(payload: Buffer, isCompressed: boolean): Known {
    const text = isCompressed
      ? inflateRawSync(Buffer.concat([payload, TAIL]), { finishFlush: constants.Z_SYNC_FLUSH }).toString()
      : payload.toString();
    const fresh = {
      payload: Buffer.from(payload),
      text,
      comments: text.split('"text":').length - 1,
      bornAt: Number(/"t":(\d+)/.exec(text)?.[1]),
    };
    known.unshift(fresh);
    known.length = Math.min(known.length, KNOWN);
    return fresh;
  }

  return {
    hear(payload, isCompressed) {
      const { comments, bornAt } =
        known.find((one) => one.payload.length === payload.length && one.payload.equals(payload)) ??
        learn(payload, isCompressed);
      sums.frames += 1;
      sums.comments += comments;
      sums.bytes += payload.length;
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
      last: known[0]?.text ?? '',
    }),
    clear() {
      sums = { frames: 0, comments: 0, bytes: 0, accepted: 0 };
      refused = {};
      delays.clear();
      ackDelays.clear();
    },
  };
}

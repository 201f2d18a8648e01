import { deflateSync } from 'node:zlib';
import type { EventState } from '#shared/model/state.ts';
import { dictionaryOf } from '#shared/rules/deflated.ts';
import { shared, type SharedFrame } from './reader.ts';
import { binaryFrame, textFrame } from './whole-frames.ts';

/** One encoded buffer for all sockets, written a slice of them at a time. */

/** How many sockets are written before acks and everything else get their turn. */
const SLICE = 200;
/** For fewer readers, or fewer bytes, a message is not worth the 200 µs that deflating it takes. */
const WORTH = { readers: 50, bytes: 200 };

/** A Socket.IO event as the WebSocket text frame that carries it: `42["name",payload]`. */
export const encode = (name: string, payload: unknown): Buffer =>
  textFrame(`42${JSON.stringify([name, payload])}`);

/** A message for many, made once: as it is, and deflated for those who can read it. */
export type Message = { readonly plain: SharedFrame; readonly deflated: SharedFrame };

/**
 * An update and how many it is for, asked each time one of them wants it deflated. `known` is the state that they have by
 * then, from which the deflated form takes its dictionary. That is a Socket.IO event with one attachment:
 * `451-["name",{placeholder}]` and the bytes.
 */
export function messageOf(
  name: 'snapshot' | 'frame',
  payload: unknown,
  known: EventState,
  readers: () => number,
): Message {
  const head = `42["${name}",`;
  const plain = shared(textFrame(`${head}${JSON.stringify(payload)}]`));
  let deflated: SharedFrame | null = null;
  function deflate(): SharedFrame {
    const at = plain.bytes.indexOf(head) + head.length;
    const bytes = deflateSync(plain.bytes.subarray(at, -1), { dictionary: dictionaryOf(known) });
    const announced = textFrame(`451-["${name}",{"_placeholder":true,"num":0}]`);
    return shared(Buffer.concat([announced, binaryFrame(bytes)]));
  }
  return {
    plain,
    get deflated() {
      if (deflated !== null) return deflated;
      if (readers() < WORTH.readers || plain.bytes.length < WORTH.bytes) return plain;
      return (deflated = deflate());
    },
  };
}

/**
 * CPU this thread has used, in milliseconds: what a neighbour takes of the core is not counted. Linux tells a thread its
 * own time as of the last tick, up to 4 ms ago.
 */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The same up to this moment: to be asked for the time of the whole process brings it up to date. It takes 10 µs. */
function cpuMsNow(): number {
  process.cpuUsage();
  return cpuMs();
}

/** What the CPU of a message to so many readers is read by before and after: 4 ms are nothing in what costs little. */
export const cpuClock = (readers: number): (() => number) => (readers > SLICE ? cpuMsNow : cpuMs);

/** Everything else that waits gets its turn of the event loop. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/**
 * Runs `write` for each socket, a slice at a time. Resolves with the milliseconds of this thread since `startedAt` of its
 * clock; what other work ran between the slices is not counted.
 */
export async function forEachSliced<T>(
  items: readonly T[],
  startedAt: number,
  write: (item: T) => void,
): Promise<number> {
  const cpuAtEnd = cpuClock(items.length);
  let spentMs = 0;
  let since = startedAt;
  for (let from = 0; from < items.length; from += SLICE) {
    if (from > 0) {
      await nextTurn();
      since = cpuMs();
    }
    const end = Math.min(from + SLICE, items.length);
    for (let index = from; index < end; index += 1) write(items[index] as T);
    // Between two slices what one is told too little the next is told too much; after the last it would never be told.
    spentMs += (end < items.length ? cpuMs() : cpuAtEnd()) - since;
  }
  return spentMs;
}

import { textFrame } from './whole-frames.ts';

/** One encoded buffer for all sockets, written a slice of them at a time. */

/** How many sockets are written before acks and everything else get their turn. */
const SLICE = 500;

/** A Socket.IO event as the WebSocket text frame that carries it: `42["name",payload]`. */
export const encode = (name: string, payload: unknown): Buffer =>
  textFrame(`42${JSON.stringify([name, payload])}`);

/** CPU this thread has used, in milliseconds: what a neighbour takes of the core is not counted. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * Runs `write` for each socket, a slice at a time. Resolves with the milliseconds of this thread it took; what other
 * work ran between the slices is not counted.
 */
export async function forEachSliced<T>(items: readonly T[], write: (item: T) => void): Promise<number> {
  let spentMs = 0;
  for (let from = 0; from < items.length; from += SLICE) {
    if (from > 0) await new Promise<void>((resolve) => void setImmediate(resolve));
    const startedAt = cpuMs();
    for (let index = from; index < Math.min(from + SLICE, items.length); index += 1) write(items[index] as T);
    spentMs += cpuMs() - startedAt;
  }
  return spentMs;
}

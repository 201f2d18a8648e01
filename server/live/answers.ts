import type { Wire } from './wire.ts';

/** Frames that wait for the end of this turn of the event loop. */
let waiting = new Map<Wire, Buffer[]>();

/**
 * Answers leave when the turn is over, those to one connection in one write: ballots that were cast together are
 * answered together, and a system call costs more than everything else about an answer.
 */
export function answerSoon(wire: Wire, frame: Buffer): void {
  if (waiting.size === 0) process.nextTick(answerAll); // after all promises that are settled by now
  const frames = waiting.get(wire);
  if (frames === undefined) waiting.set(wire, [frame]);
  else frames.push(frame);
}

function answerAll(): void {
  const turn = waiting;
  waiting = new Map();
  for (const [wire, frames] of turn) {
    const [only] = frames;
    wire.put(frames.length === 1 && only !== undefined ? only : Buffer.concat(frames));
  }
}

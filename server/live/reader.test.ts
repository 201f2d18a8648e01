import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { Reader, shared } from './reader.ts';
import { PROBE } from './whole-frames.ts';

class TrialReader extends Reader {
  protected affords(): boolean {
    return true;
  }
  protected onText(): void {}
  protected onGone(): void {}
  protected onEnded(): void {}
  answerPing(): void {
    this.onPong();
  }
}

/** A connection whose kernel takes everything, whatever anybody reads. */
function trial() {
  const written: Buffer[] = [];
  const socket = Object.assign(new EventEmitter(), {
    writableLength: 0,
    write: (bytes: Buffer) => written.push(bytes),
  });
  return { reader: new TrialReader(socket as unknown as Socket), written };
}

const frame = shared(Buffer.alloc(1_000, 'x'));
const isProbing = (bytes: Buffer): boolean => bytes.subarray(-PROBE.length).equals(PROBE);

test('what the kernel swallows for a reader that stalls is bounded, and it goes on once the ping is answered', () => {
  const { reader, written } = trial();
  for (let beat = 0; beat < 1_000; beat += 1) reader.write(frame);
  expect(written.length).toBeLessThan(140);
  expect(written.filter(isProbing)).toHaveLength(1);
  expect(reader.write(frame)).toBe('skipped');
  expect(reader.hasCaughtUp()).toBe(false);
  reader.answerPing();
  expect(reader.hasCaughtUp()).toBe(true);
  expect(reader.write(frame)).toBe('written');
});

test('a reader that answers is never held up, and is asked once in 64 KB', () => {
  const { reader, written } = trial();
  for (let beat = 0; beat < 1_000; beat += 1) {
    expect(reader.write(frame)).toBe('written');
    if (isProbing(written.at(-1) as Buffer)) reader.answerPing();
  }
  expect(written.filter(isProbing).length).toBeLessThan(17);
});

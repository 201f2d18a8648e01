import { EventEmitter } from 'node:events';
import type { Socket } from 'socket.io';
import { expect, test } from 'vitest';
import { createReader, shared } from './reader.ts';
import { PROBE } from './whole-frames.ts';

/** A connection whose kernel takes everything, whatever anybody reads. */
function trial() {
  const written: Buffer[] = [];
  const wire = Object.assign(new EventEmitter(), {
    readyState: 1,
    bufferedAmount: 0,
    _socket: { writableLength: 0, write: (bytes: Buffer) => written.push(bytes) },
    terminate: () => undefined,
  });
  const conn = { readyState: 'open', writeBuffer: [], transport: { socket: wire } };
  return { reader: createReader({ conn } as unknown as Socket), wire, written };
}

const frame = shared(Buffer.alloc(1_000, 'x'));
const isProbing = (bytes: Buffer): boolean => bytes.subarray(-PROBE.length).equals(PROBE);

test('what the kernel swallows for a reader that stalls is bounded, and it goes on once the ping is answered', () => {
  const { reader, wire, written } = trial();
  for (let beat = 0; beat < 1_000; beat += 1) reader.write(frame);
  expect(written.length).toBeLessThan(140);
  expect(written.filter(isProbing)).toHaveLength(1);
  expect(reader.write(frame)).toBe('skipped');
  expect(reader.hasCaughtUp()).toBe(false);
  wire.emit('pong');
  expect(reader.hasCaughtUp()).toBe(true);
  expect(reader.write(frame)).toBe('written');
});

test('a reader that answers is never held up, and is asked once in 64 KB', () => {
  const { reader, wire, written } = trial();
  for (let beat = 0; beat < 1_000; beat += 1) {
    expect(reader.write(frame)).toBe('written');
    if (isProbing(written.at(-1) as Buffer)) wire.emit('pong');
  }
  expect(written.filter(isProbing).length).toBeLessThan(17);
});

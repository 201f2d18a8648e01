import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import * as ws from 'ws';
import { type WsFrame, wsFrame } from '../test/ws-frame.ts';
import { Wire, WIRE_LIMITS } from './wire.ts';

/** What was made of the bytes: texts, pings, pongs and how it ended. */
type Heard = ['text' | 'ping' | 'pong', string] | ['closed', number];

class Recorder extends Wire {
  readonly heard: Heard[] = [];

  protected affords(): boolean {
    return true;
  }
  protected onText(text: string): void {
    this.heard.push(['text', text]);
  }
  protected onPong(): void {
    this.heard.push(['pong', '']);
  }
  protected onGone(): void {}
  protected onEnded(): void {}

  override put(frame: Buffer): void {
    if (frame[0] === 0x8a) this.heard.push(['ping', frame.subarray(2).toString('latin1')]);
    super.put(frame);
  }
  override close(code?: number): void {
    if (this.isOpen) this.heard.push(['closed', code ?? 1005]);
    super.close(code);
  }
}

const nowhere = (): Socket =>
  new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() }) as unknown as Socket;

function oursOf(chunks: readonly Buffer[]): Heard[] {
  const wire = new Recorder(nowhere());
  for (const chunk of chunks) wire.receive(chunk);
  wire.terminate();
  return wire.heard;
}

/** The same through the receiver of `ws`, which passes the Autobahn suite. */
async function theirsOf(chunks: readonly Buffer[]): Promise<Heard[]> {
  const heard: Heard[] = [];
  const { Receiver } = ws as unknown as { Receiver: new (options: object) => Duplex };
  const receiver = new Receiver({
    isServer: true,
    maxPayload: WIRE_LIMITS.messageBytes,
    maxFragments: WIRE_LIMITS.fragments,
  });
  receiver.on('message', (data: Buffer) => heard.push(['text', data.toString()]));
  receiver.on('ping', (data: Buffer) => heard.push(['ping', data.toString('latin1')]));
  receiver.on('pong', () => heard.push(['pong', '']));
  receiver.on('conclude', (code: number) => heard.push(['closed', code]));
  const failed = new Promise<void>((resolve) => {
    receiver.on('error', (error: Error) => {
      const [status] = Object.getOwnPropertySymbols(error);
      heard.push(['closed', Reflect.get(error, status as symbol) as number]);
      resolve();
    });
  });
  for (const chunk of chunks) {
    const taken = new Promise<void>((resolve) => void receiver.write(Buffer.from(chunk), () => resolve()));
    await Promise.race([taken, failed]);
    if (heard.at(-1)?.[0] === 'closed') break;
  }
  return heard;
}

const payload = fc.oneof(
  fc.string({ maxLength: 40, unit: 'grapheme' }).map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
  fc.integer({ min: 100, max: 300 }).map((length) => Buffer.alloc(length, 'x')),
  fc.integer({ min: 16_000, max: 16_500 }).map((length) => Buffer.alloc(length, 'y')),
);
const closing = fc
  .tuple(fc.constantFrom(999, 1000, 1004, 1005, 1011, 1014, 1015, 2999, 3000, 4999, 5000), payload)
  .map(([code, reason]) => Buffer.concat([Buffer.from([code >> 8, code & 0xff]), reason.subarray(0, 30)]));
const right: fc.Arbitrary<WsFrame> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ payload }) },
  { weight: 2, arbitrary: fc.record({ payload, fin: fc.boolean(), opcode: fc.constantFrom(0, 1) }) },
  { weight: 2, arbitrary: fc.record({ opcode: fc.constantFrom(9, 10), payload }) },
);
const wrong: fc.Arbitrary<WsFrame> = fc.oneof(
  fc.record({ opcode: fc.constantFrom(3, 7, 11, 15), payload }),
  fc.record({ rsv: fc.integer({ min: 1, max: 7 }), payload }),
  fc.record({ isMasked: fc.constant(false), payload }),
  fc.record({ length: fc.constantFrom(2n ** 32n, 2n ** 53n, 2n ** 63n) }),
  fc.record({ opcode: fc.constant(8), payload: closing }),
  fc.record({ opcode: fc.constantFrom(8, 9), fin: fc.constant(false), payload }),
);
const frames = fc.array(fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: wrong }), {
  minLength: 1,
  maxLength: 24,
});
/** Where the network cuts: mostly near each other, so that headers are cut as well. */
const cuts = fc.array(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 9_000 })), {
  minLength: 1,
  maxLength: 60,
});

function cut(bytes: Buffer, lengths: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  let at = 0;
  for (const length of lengths) {
    if (at >= bytes.length) break;
    chunks.push(Buffer.from(bytes.subarray(at, at + length)));
    at += length;
  }
  if (at < bytes.length) chunks.push(Buffer.from(bytes.subarray(at)));
  return chunks;
}

describe('wire', () => {
  test.prop([frames, cuts], { numRuns: 400 })(
    'hears what `ws` hears and closes as it does, whatever is sent and wherever it is cut',
    async (sent, lengths) => {
      const chunks = cut(Buffer.concat(sent.map((frame) => wsFrame(frame))), lengths);
      const theirs = await theirsOf(chunks);
      expect(oursOf(chunks)).toEqual(theirs);
    },
  );

  test('a frame in more pieces than anybody sends is cut', () => {
    const bytes = wsFrame({ payload: 'x'.repeat(WIRE_LIMITS.pieces + 10) });
    const chunks = Array.from(bytes, (byte) => Buffer.from([byte]));
    expect(oursOf(chunks)).toEqual([['closed', 1008]]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';
import { joinRaw } from './raw.ts';
import { expectAlive } from './sockets.ts';
import { CLOSE, PING, type WsFrame, wsFrame } from './ws-frame.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app[Symbol.asyncDispose]());

const garbled = Buffer.from([0xc3, 0x28]);
const closeWith = (code: number): WsFrame => ({
  opcode: CLOSE,
  payload: Buffer.from([code >> 8, code & 0xff]),
});
const empty = Array.from({ length: 20 }, () => ({ opcode: 0, fin: false }));

describe('frames that are none', () => {
  test.each<[string, number, WsFrame[]]>([
    ['W1 unmasked', 1002, [{ isMasked: false, payload: '2probe' }]],
    ['W2 RSV1 without deflate', 1002, [{ rsv: 4, payload: '4' }]],
    ['W3 RSV2', 1002, [{ rsv: 2, payload: '4' }]],
    ['W4 opcode 3', 1002, [{ opcode: 3 }]],
    ['W5 opcode 11', 1002, [{ opcode: 11 }]],
    ['W6 a continuation of nothing', 1002, [{ opcode: 0, payload: '4' }]],
    ['W7 a new text inside a fragment', 1002, [{ fin: false, payload: '4' }, { payload: '4' }]],
    ['W8 a ping of 126 bytes', 1002, [{ opcode: PING, payload: 'x'.repeat(126) }]],
    ['W9 a ping in fragments', 1002, [{ opcode: PING, fin: false, payload: 'x' }]],
    ['W10 text that is not UTF-8', 1007, [{ payload: garbled }]],
    ['W11 close with 1005', 1002, [closeWith(1005)]],
    ['W12 close with 999', 1002, [closeWith(999)]],
    ['W13 close with one byte', 1002, [{ opcode: CLOSE, payload: 'x' }]],
    ['W14 a length of 2^53', 1009, [{ length: 2n ** 53n }]],
    ['W15 a text of 17 KB', 1009, [{ payload: 'x'.repeat(17 * 1024) }]],
    ['W16 twenty empty fragments', 1008, [{ fin: false, payload: '4' }, ...empty]],
  ])('%s: closed with %i', async (_, code, frames) => {
    await using raw = await joinRaw(app);
    for (const frame of frames) raw.frame(frame);
    expect(await raw.closed()).toBe(code);
    await expectAlive(app);
  });

  test('W18 two hundred pings at once: cut', async () => {
    await using raw = await joinRaw(app);
    raw.write(
      Buffer.concat(Array.from({ length: 200 }, () => wsFrame({ opcode: PING, payload: 'x'.repeat(100) }))),
    );
    expect(await raw.closed()).not.toBe(1000);
    await expectAlive(app);
  });

  test('P5 a binary frame: cut', async () => {
    await using raw = await joinRaw(app);
    raw.frame({ opcode: 2, payload: Buffer.from([4, 2, 1]) });
    expect(await raw.closed()).not.toBe(1000);
    await expectAlive(app);
  });
});

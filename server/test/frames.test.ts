import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { doorOptions } from '../live/door.ts';
import { startTestApp, type TestApp } from './app.ts';
import {
  CLOSE,
  ENGINE,
  exchange,
  joinRaw,
  openRaw,
  PING,
  type Raw,
  upgradeRequest,
  type WsFrame,
  wsFrame,
} from './raw.ts';
import { join } from './sockets.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp({ origins: ['https://ok.example'] })));
afterAll(() => app[Symbol.asyncDispose]());

/** That the server goes on as if nothing had been: somebody joins and is heard. */
async function expectAlive(): Promise<void> {
  await using viewer = await join(app);
  expect(await viewer.run('comment:post', { text: '还在' })).toMatchObject({ shown: true });
}
const upgrade = (path?: string, headers?: Record<string, string | null>) =>
  exchange(app, upgradeRequest(path, headers));

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
    ['W16 twenty empty fragments', 1008, fragments],
  ])('%s: closed with %i', async (_, code, frames) => {
    await using raw = await joinRaw(app);
    for (const frame of frames) raw.frame(frame);
    expect(await raw.closed()).toBe(code);
    await expectAlive();
  });

  test('W18 two hundred pings at once: cut', async () => {
    await using raw = await joinRaw(app);
    raw.write(
      Buffer.concat(Array.from({ length: 200 }, () => wsFrame({ opcode: PING, payload: 'x'.repeat(100) }))),
    );
    await raw.closed();
    await expectAlive();
  });

  test('P5 a binary frame: cut', async () => {
    await using raw = await joinRaw(app);
    raw.frame({ opcode: 2, payload: Buffer.from([4, 2, 1]) });
    await raw.closed();
    await expectAlive();
  });
});

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

describe('what is set', () => {
  test('the door’s options are the ones that keep it narrow', () => {
    expect(doorOptions).toMatchObject({
      transports: ['websocket'],
      allowUpgrades: false,
      allowEIO3: false,
      maxHttpBufferSize: 16_384,
      perMessageDeflate: false,
      httpCompression: false,
      pingInterval: 25_000,
      pingTimeout: 20_000,
      connectTimeout: 10_000,
      upgradeTimeout: 5_000,
      serveClient: false,
      cookie: false,
      cleanupEmptyChildNamespaces: true,
    });
    expect(doorOptions).not.toHaveProperty('cors');
    expect(doorOptions).not.toHaveProperty('connectionStateRecovery');
  });

  test('the WebSocket server takes no option that widens it', () => {
    const Engine = doorOptions.wsEngine as typeof WebSocketServer;
    const server = new Engine({
      noServer: true,
      perMessageDeflate: true,
      maxPayload: 1e9,
      skipUTF8Validation: true,
    });
    expect(server).toBeInstanceOf(WebSocketServer);
    expect(server.options).toMatchObject({
      perMessageDeflate: false,
      maxPayload: 16_384,
      maxFragments: 16,
      maxBufferedChunks: 256,
      maxPendingAutoPongs: 16,
      skipUTF8Validation: false,
    });
  });

  test('the HTTP server’s times and counts are bounded', () => {
    expect(app.http).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      keepAliveTimeout: 5_000,
      maxHeadersCount: 64,
      maxRequestsPerSocket: 1_000,
    });
  });
});

describe('who may come in', () => {
  test.each([
    ['H11 null', 'null'],
    ['H12 a name that only begins like ours', 'https://ok.example.evil.com'],
    ['H13 the wrong scheme', 'http://ok.example'],
    ['another port', 'https://ok.example:8443'],
    ['a stranger', 'https://evil.example'],
  ])('%s is refused', async (_, origin) => {
    expect((await upgrade(ENGINE, { Origin: origin })).status).toBe(400);
    await expect(join(app, { headers: { origin } })).rejects.toThrow();
    const answer = await app.get('/api/v1/events', { headers: { origin } });
    expect([answer.status, await answer.json()]).toMatchObject([403, { error: { code: 'FORBIDDEN' } }]);
  });

  test.each([
    ['A20 a listed origin', 'https://ok.example'],
    ['its own address', ''],
    ['none at all', null],
  ])('%s is let in', async (_, origin) => {
    const own = origin === '' ? app.url : origin;
    await using viewer = await join(app, own === null ? {} : { headers: { origin: own } });
    expect(viewer.welcome.you.role).toBe('viewer');
  });

  test('with a public address, a Host that somebody made up is not its own', async () => {
    await using named = await startTestApp({ publicUrl: 'https://live.example' });
    const from = (Origin: string, Host: string) => exchange(named, upgradeRequest(ENGINE, { Origin, Host }));
    expect((await from('https://live.example', 'live.example')).status).toBe(101);
    expect((await from('http://live.example', 'live.example')).status).toBe(400);
    expect((await from('https://evil.example', 'evil.example')).status).toBe(400);
    expect((await from(`http://127.0.0.1:${named.port}`, `127.0.0.1:${named.port}`)).status).toBe(101);
  });

  test('H10 a session id is worth nothing: its owner notices nothing, whoever shows it', async () => {
    await using victim = await joinRaw(app);
    const { sid } = JSON.parse((victim.texts[0] ?? '').slice(1)) as { sid: string };
    for (const Origin of [null, app.url, 'https://evil.example']) {
      expect((await upgrade(`${ENGINE}&sid=${sid}`, { Origin })).status).toBe(400);
    }
    expect((await app.get(`/socket.io/?EIO=4&transport=polling&sid=${sid}`)).status).toBe(400);
    expect(await victim.ask('reaction:send', { kind: 'like', count: 1 })).toEqual({ ok: true, data: {} });
  });

  test.each([
    ['H1 no query at all', '/socket.io/'],
    ['H2 a broken escape', '/socket.io/?EIO=4&transport=%ZZ'],
    ['H3 everything twice', '/socket.io/?EIO=4&EIO=4&transport=websocket&transport=polling'],
    ['H4 sid=__proto__', `${ENGINE}&sid=__proto__`],
    ['H5 sid=constructor', `${ENGINE}&sid=constructor`],
    ['H6 transport=constructor', '/socket.io/?EIO=4&transport=constructor'],
    ['H7 EIO=3', '/socket.io/?EIO=3&transport=websocket'],
    ['H14 polling', '/socket.io/?EIO=4&transport=polling'],
  ])('%s is refused', async (_, path) => {
    expect((await upgrade(path)).status).toBe(400);
    expect((await app.get(path)).status).toBe(400);
    expect((await app.post(path, {})).status).toBe(400);
    await expectAlive();
  });

  test('H9 an upgrade without a key, or to another version, is refused', async () => {
    expect((await upgrade(ENGINE, { 'Sec-WebSocket-Key': null })).status).toBe(400);
    expect((await upgrade(ENGINE, { 'Sec-WebSocket-Version': '7' })).status).toBe(400);
    await expectAlive();
  });

  test('no compression is offered, whatever is asked for', async () => {
    const { status, text } = await upgrade(ENGINE, {
      'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits',
    });
    expect(status).toBe(101);
    expect(text.toLowerCase()).not.toContain('sec-websocket-extensions');
  });
});

const garbled = Buffer.from([0xc3, 0x28]);
const closeWith = (code: number): WsFrame => ({
  opcode: CLOSE,
  payload: Buffer.from([code >> 8, code & 0xff]),
});
const fragments: WsFrame[] = [
  { fin: false, payload: '4' },
  ...Array.from({ length: 20 }, () => ({ opcode: 0, fin: false })),
];

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

describe('floods', () => {
  test('more frames than a person can send: cut', async () => {
    await using raw = await joinRaw(app);
    for (let sent = 0; sent < 60; sent += 1) raw.emit(['reaction:send', { kind: 'like', count: 1 }], sent);
    await raw.closed();
    await expectAlive();
  });

  test('frames before the handshake count as well', async () => {
    await using raw: Raw = await openRaw(app);
    for (let sent = 0; sent < 60; sent += 1) raw.say('6');
    await raw.closed();
    await expectAlive();
  });

  test('more bytes than a person can send: cut', async () => {
    await using raw = await joinRaw(app);
    for (let sent = 0; sent < 12; sent += 1) raw.emit(['comment:post', { text: 'x'.repeat(15_000) }], sent);
    await raw.closed();
    await expectAlive();
  });

  test('P10 ten messages that want no answer: cut; nine are only counted', async () => {
    await using raw = await joinRaw(app);
    for (let sent = 0; sent < 9; sent += 1) raw.emit(['comment:post', { text: `无回执${sent}` }]);
    expect(await raw.ask('reaction:send', { kind: 'like', count: 1 })).toMatchObject({ ok: true });
    raw.emit(['comment:post', { text: '第十次' }]);
    await raw.closed();
    const kept = await app.store.listComments(app.slug, { order: 'oldest', limit: 1000 });
    expect(kept.some(({ comment }) => comment.text.includes('无回执') || comment.text === '第十次')).toBe(
      false,
    );
    expect(await (await app.get('/metrics')).text()).toMatch(/xinli_violations_total\{[^}]*\} [1-9]/);
  });

  test('newcomers without a token are rationed by address; who has one comes in', async () => {
    await using proxied = await startTestApp({ trustProxy: 1 });
    const from = { headers: { 'x-forwarded-for': '203.0.113.7' } };
    await using known = await join(proxied, from);
    let refusal = '';
    for (let wave = 0; wave < 12 && refusal === ''; wave += 1) {
      const clients = await Promise.allSettled(Array.from({ length: 50 }, () => join(proxied, from)));
      for (const client of clients) {
        if (client.status === 'fulfilled') await client.value[Symbol.asyncDispose]();
        else refusal = String(client.reason);
      }
    }
    expect(refusal).toContain('RATE');
    await using again = await join(proxied, { ...from, token: known.welcome.token });
    await using other = await join(proxied, { headers: { 'x-forwarded-for': '203.0.113.8' } });
    expect([again.welcome.you.id, other.lost]).toEqual([known.welcome.you.id, null]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';
import { ENGINE, exchange, upgradeRequest } from './exchange.ts';
import { joinRaw } from './raw.ts';
import { expectAlive, join } from './sockets.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp({ origins: ['https://ok.example'] })));
afterAll(() => app[Symbol.asyncDispose]());

const upgrade = async (path?: string, headers?: Record<string, string | null>): Promise<number> =>
  (await exchange(app, upgradeRequest(path, headers))).status;

describe('who may come in', () => {
  test.each([
    ['H11 null', 'null'],
    ['H12 a name that only begins like ours', 'https://ok.example.evil.com'],
    ['H13 the wrong scheme', 'http://ok.example'],
    ['another port', 'https://ok.example:8443'],
    ['a stranger', 'https://evil.example'],
  ])('%s is refused', async (_, origin) => {
    expect(await upgrade(ENGINE, { Origin: origin })).toBe(400);
    await expect(join(app, { headers: { origin } })).rejects.toThrow('websocket error');
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
    const from = async (Origin: string, Host: string): Promise<number> =>
      (await exchange(named, upgradeRequest(ENGINE, { Origin, Host }))).status;
    expect(await from('https://live.example', 'live.example')).toBe(101);
    expect(await from('http://live.example', 'live.example')).toBe(400);
    expect(await from('https://evil.example', 'evil.example')).toBe(400);
    expect(await from(`http://127.0.0.1:${named.port}`, `127.0.0.1:${named.port}`)).toBe(101);
  });

  test('H10 a session id is worth nothing: its owner notices nothing, whoever shows it', async () => {
    await using victim = await joinRaw(app);
    const { sid } = JSON.parse((victim.texts[0] ?? '').slice(1)) as { sid: string };
    for (const Origin of [null, app.url, 'https://evil.example']) {
      expect(await upgrade(`${ENGINE}&sid=${sid}`, { Origin })).toBe(400);
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
    expect(await upgrade(path)).toBe(400);
    expect((await app.get(path)).status).toBe(400);
    expect((await app.post(path, {})).status).toBe(400);
    await expectAlive(app);
  });

  test('H9 an upgrade without a key, or to another version, is refused', async () => {
    expect(await upgrade(ENGINE, { 'Sec-WebSocket-Key': null })).toBe(400);
    expect(await upgrade(ENGINE, { 'Sec-WebSocket-Version': '7' })).toBe(400);
    await expectAlive(app);
  });

  test('no compression is offered, whatever is asked for', async () => {
    const headers = { 'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits' };
    const { status, text } = await exchange(app, upgradeRequest(ENGINE, headers));
    expect(status).toBe(101);
    expect(text.toLowerCase()).not.toContain('sec-websocket-extensions');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';
import { joinRaw, openRaw } from './raw.ts';
import { expectAlive, join } from './sockets.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app[Symbol.asyncDispose]());

/** What Engine.IO says when it closes: nothing. */
const CUT = 1005;

describe('floods', () => {
  test('more frames than a person can send: cut', async () => {
    await using raw = await joinRaw(app);
    for (let sent = 0; sent < 60; sent += 1) raw.emit(['reaction:send', { kind: 'like', count: 1 }], sent);
    expect(await raw.closed()).toBe(CUT);
    await expectAlive(app);
  });

  test('frames before the handshake count as well, and there is none after them', async () => {
    await using raw = await openRaw(app);
    for (let sent = 0; sent < 60; sent += 1) raw.say('6');
    raw.say('40{"event":"show"}');
    expect(await raw.closed()).toBe(CUT);
    expect(raw.bytes).not.toContain('"welcome"');
    await expectAlive(app);
  });

  test('more bytes than a person can send: cut', async () => {
    await using raw = await joinRaw(app);
    for (let sent = 0; sent < 12; sent += 1) raw.emit(['comment:post', { text: 'x'.repeat(15_000) }], sent);
    expect(await raw.closed()).toBe(CUT);
    await expectAlive(app);
  });

  test('P10 ten messages that want no answer: cut; nine are only counted', async () => {
    await using raw = await joinRaw(app);
    for (let sent = 0; sent < 9; sent += 1) raw.emit(['comment:post', { text: `无回执${sent}` }]);
    expect(await raw.ask('reaction:send', { kind: 'like', count: 1 })).toMatchObject({ ok: true });
    raw.emit(['comment:post', { text: '第十次' }]);
    expect(await raw.closed()).toBe(CUT);
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
    for (let wave = 0; wave < 40 && refusal === ''; wave += 1) {
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

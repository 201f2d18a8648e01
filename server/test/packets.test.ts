import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';
import { joinRaw, openRaw } from './raw.ts';
import { expectAlive } from './sockets.ts';
import { until } from './until.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app[Symbol.asyncDispose]());

/** Whatever was sent: the server goes on, nothing of it was kept, and nothing was a surprise to it. */
afterEach(async () => {
  await expectAlive(app);
  expect(await app.store.listComments(app.slug, { order: 'oldest', limit: 10 })).toEqual([]);
  expect((await app.store.readLog(app.slug, 0))?.tip.seq).toBe(1);
  expect(app.logged.join('')).not.toContain('unforeseen');
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
});

const like = { kind: 'like', count: 1 };
/** What Engine.IO says when it closes: nothing. */
const CUT = 1005;

describe('packets that are none', () => {
  test.each([
    ['P1', '4abc'],
    ['P1', '42{}'],
    ['P1', '42abc["x"]'],
    ['P1', '4'],
    ['P1', '42[]'],
    ['P1', '49["x"]'],
    ['P2', '40[1]'],
    ['P2', '40"str"'],
    ['P5', '451-'],
    ['P5', '450-'],
    ['P5', '45["x"]'],
    ['P5', `4511-["x",{"_placeholder":true,"num":0}]`],
    ['P5', '451-["x",{"_placeholder":true,"num":99}]'],
    ['P5', '451-["x",{"_placeholder":true,"num":"__proto__"}]'],
    ['P6', '42["newListener",1]'],
    ['P6', '42["disconnect",1]'],
    ['P6', '42["connect_error",1]'],
    ['P9 a ping', '2'],
    ['a close', '1'],
    ['an open brace and no more', '42["x",{"a":'],
    ['not a packet at all', '\u0000'],
    ['another packet type', '9'],
  ])('%s %s: cut', async (_, text) => {
    await using raw = await joinRaw(app);
    raw.say(text);
    expect(await raw.closed()).toBe(CUT);
  });

  test.each([
    ['P1 an event without a name', '42'],
    ['P9', '0{"sid":"mine"}'],
    ['P9', '6'],
    ['P9', '5'],
    ['P8 an ack nobody waits for', '43999["x"]'],
    ['P8 an ack of nothing', '43[]'],
  ])('%s %s: passed over', async (_, text) => {
    await using raw = await joinRaw(app);
    raw.say(text);
    expect(await raw.ask('reaction:send', like)).toEqual({ ok: true, data: {} });
  });

  test('P2 two handshakes: the second one joins nobody', async () => {
    await using raw = await joinRaw(app);
    raw.say('40{"event":"show"}');
    raw.emit(['reaction:send', like], 1);
    await until('cut or answered', () => raw.isClosed || raw.texts.some((text) => text.startsWith('431')));
    expect(raw.texts.filter((text) => text.startsWith('42["welcome"'))).toHaveLength(1);
  });

  test('P3 a namespace that is not there is refused, and two thousand are a flood', async () => {
    await using raw = await openRaw(app);
    raw.say('40/admin,{}');
    expect(await raw.next('44/admin,')).toContain('Invalid namespace');
    for (let sent = 0; sent < 2000; sent += 1) raw.say(`40/n${sent},`);
    expect(await raw.closed()).toBe(CUT);
    expect(raw.texts.filter((text) => text.startsWith('44')).length).toBeLessThan(60);
  });

  test('P4 an event before the handshake, or to another namespace: cut', async () => {
    await using early = await openRaw(app);
    early.emit(['reaction:send', like], 1);
    expect(await early.closed()).toBe(CUT);
    await using raw = await joinRaw(app);
    raw.say(`42/admin,1${JSON.stringify(['reaction:send', like])}`);
    expect(await raw.closed()).toBe(CUT);
  });

  test('P8 an ack number of 400 digits hurts nobody', async () => {
    await using raw = await joinRaw(app);
    raw.emit(['reaction:send', like], '9'.repeat(400));
    await until('cut or answered', () => raw.isClosed || raw.texts.some((text) => text.startsWith('43')));
    expect(raw.bytes).not.toContain('"ok":false');
  });
});

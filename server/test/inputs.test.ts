import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';
import { joinRaw } from './raw.ts';
import { expectAlive, refused } from './sockets.ts';
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

describe('events that are none', () => {
  test.each([
    'error',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
    '',
    'comment:post ',
    'x'.repeat(10_000),
    7,
    1e308,
  ])('P7 %j with an ack is an unknown command', async (name) => {
    await using raw = await joinRaw(app);
    expect(await raw.ask(name as string, {})).toEqual(refused('UNKNOWN_COMMAND'));
    raw.emit([name, {}]);
    expect(await raw.ask('reaction:send', like)).toMatchObject({ ok: true });
  });

  test.each([null, true, {}, []])('P7 a name that is %j: cut or unknown', async (name) => {
    await using raw = await joinRaw(app);
    raw.emit([name, {}], 1);
    await until('cut or refused', () => raw.isClosed || raw.texts.some((text) => text.startsWith('431[')));
    expect(raw.bytes).not.toContain('"ok":true');
  });

  test.each([
    ['null', null],
    ['an array', []],
    ['a number', 7],
    ['a string', 'x'],
    ['true', true],
  ])('P11 %s for a body', async (_, body) => {
    await using raw = await joinRaw(app);
    expect(await raw.ask('comment:post', body)).toEqual(refused('INVALID'));
  });

  test('P11 no body at all; P17 twenty-five of them', async () => {
    await using raw = await joinRaw(app);
    const bodies = Array.from({ length: 25 }, () => ({ text: '多' }));
    raw.emit(['comment:post'], 91);
    raw.emit(['comment:post', ...bodies], 92);
    for (const ack of ['4391', '4392']) expect(await raw.next(ack)).toContain('INVALID');
  });

  test.each([
    ['P12 5,000 arrays in one another', '['.repeat(5000) + ']'.repeat(5000)],
    ['P12 2,000 objects in one another', '{"a":'.repeat(2000) + '1' + '}'.repeat(2000)],
  ])('%s: refused', async (_, nested) => {
    await using raw = await joinRaw(app);
    raw.say(`4291["comment:post",{"text":${nested}}]`);
    expect(await raw.next('4391')).toContain('INVALID');
    raw.say(`4292["comment:post",${nested}]`);
    expect(await raw.next('4392')).toContain('INVALID');
    raw.say(`4293[${nested}]`);
    await until('cut or refused', () => raw.isClosed || raw.texts.some((text) => text.startsWith('4393')));
  });

  test('P12 100,000 arrays in one another are too long to be read: closed with 1009', async () => {
    await using raw = await joinRaw(app);
    raw.say(`4291["comment:post",${'['.repeat(100_000)}${']'.repeat(100_000)}]`);
    expect(await raw.closed()).toBe(1009);
  });

  test('P13 an object of a thousand keys, an array of thousands', async () => {
    await using raw = await joinRaw(app);
    const keys = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`k${index}`, 1]));
    expect(await raw.ask('comment:post', { text: '多', ...keys })).toEqual(refused('INVALID'));
    const many = Array.from({ length: 4000 }, () => 1);
    expect(await raw.ask('poll:vote', { pollId: 'x', optionIds: many })).toEqual(refused('INVALID'));
  });

  test.each([
    '{"text":"x","__proto__":{"admin":true}}',
    '{"text":"x","constructor":{"prototype":{"admin":true}}}',
    '{"__proto__":{"text":"x"}}',
  ])('P14 %s: refused, and no prototype is touched', async (body) => {
    await using raw = await joinRaw(app);
    raw.say(`4291["comment:post",${body}]`);
    expect(await raw.next('4391')).toContain('INVALID');
  });

  test('P15 a field too many, a version nobody asked for', async () => {
    await using raw = await joinRaw(app);
    for (const extra of [{ role: 'admin' }, { protocol: 99 }, { author: { id: 'v1' } }, { at: 1 }]) {
      expect(await raw.ask('comment:post', { text: 'x', ...extra })).toEqual(refused('INVALID'));
    }
  });

  test.each([
    '1e309',
    '-1e309',
    '-0',
    '"NaN"',
    '9007199254740992',
    '0.30000000000000004',
    '"1"',
    '-1',
    '51',
    'null',
    '[1]',
    '{}',
    '1e-7',
  ])('P16 %s is no count', async (number) => {
    await using raw = await joinRaw(app);
    raw.say(`4291["reaction:send",{"kind":"like","count":${number}}]`);
    expect(await raw.next('4391')).toContain('INVALID');
  });

  test('P16 1.0 is one', async () => {
    await using raw = await joinRaw(app);
    raw.say('4291["reaction:send",{"kind":"like","count":1.0}]');
    expect(await raw.next('4391')).toContain('"ok":true');
  });
});

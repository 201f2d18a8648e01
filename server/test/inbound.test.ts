import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';
import { openPoll, type TestPoll } from './ballots.ts';
import { joinRaw } from './raw.ts';
import { join } from './sockets.ts';

let app: TestApp;
let poll: TestPoll;
beforeAll(async () => {
  app = await startTestApp();
  poll = await openPoll(app);
});
afterAll(() => app[Symbol.asyncDispose]());

/** The plainest form is read here, the other by Socket.IO’s decoder. */
const ways: [string, (ack: number, packet: unknown[]) => string][] = [
  ['plain', (ack, packet) => `42${ack}${JSON.stringify(packet)}`],
  ['with its namespace', (ack, packet) => `42/,${ack}${JSON.stringify(packet)}`],
];

test.each(ways)('a command %s has one answer', async (_, say) => {
  await using raw = await joinRaw(app);
  const ask = async (ack: number, packet: unknown[]): Promise<unknown> => {
    raw.say(say(ack, packet));
    return JSON.parse((await raw.next(`43${ack}[`)).slice(`43${ack}`.length));
  };
  expect(await ask(1, ['poll:vote', poll.vote(1)])).toEqual([
    { ok: true, data: { ...poll.vote(1), repeat: false } },
  ]);
  expect(await ask(2, ['poll:vote', poll.vote(2)])).toMatchObject([{ error: { code: 'ALREADY' } }]);
  expect(await ask(3, ['poll:vote', [1]])).toMatchObject([{ error: { code: 'INVALID' } }]);
  expect(await ask(4, ['poll:vote', null])).toMatchObject([{ error: { code: 'INVALID' } }]);
  expect(await ask(5, ['poll:open', { pollId: poll.pollId }])).toMatchObject([
    { error: { code: 'FORBIDDEN' } },
  ]);
  expect(await ask(6, ['no:such', {}])).toMatchObject([{ error: { code: 'UNKNOWN_COMMAND' } }]);
  expect(await ask(7, ['poll:vote', poll.vote(1), 'more'])).toMatchObject([{ error: { code: 'INVALID' } }]);
});

test.each(ways)('a flood of commands %s is cut at the same message', async (_, say) => {
  await using raw = await joinRaw(app);
  for (let ack = 0; ack < 60; ack += 1) raw.say(say(ack, ['reaction:send', { kind: 'like', count: 1 }]));
  expect(await raw.closed()).toBe(1005);
  const answers = raw.texts.filter((text) => text.startsWith('43')).length;
  expect(answers).toBeLessThanOrEqual(40);
});

test('Socket.IO’s own client: answers in any number', async () => {
  await using viewer = await join(app);
  const taps = Array.from({ length: 15 }, () => viewer.send('reaction:send', { kind: 'heart', count: 1 }));
  expect(await Promise.all(taps)).toEqual(taps.map(() => ({ ok: true, data: {} })));
});

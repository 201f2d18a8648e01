import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';
import { draftPoll, openPoll, type TestPoll } from './ballots.ts';
import { type Client, join, joinMany, refused } from './sockets.ts';

let app: TestApp;
let viewer: Client;
let poll: TestPoll;
beforeAll(async () => void (app = await startTestApp({ events: ['show', 'gala'] })));
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  viewer = await join(app);
  poll = await openPoll(app);
});
afterEach(() => viewer[Symbol.asyncDispose]());

const ballots = async ({ pollId } = poll) =>
  (await app.store.readTallies(app.slug, [pollId])).get(pollId)?.ballots ?? 0;
const cast = (input: object) => viewer.send('poll:vote', { pollId: poll.pollId, ...input } as never);

describe('ballots that are none', () => {
  test.each<[string, unknown]>([
    ['V1 an option that is not there', ['x']],
    ['V1 an index', [0]],
    ['V1 the index -1', [-1]],
    ['V1 none', []],
    ['V1 1,001 of them', Array.from({ length: 1001 }, () => 'x')],
    ['V1 a text', 'x'],
    ['V1 __proto__', ['__proto__']],
    ['V1 an option in an option', [['x']]],
  ])('%s: refused, and the box is empty', async (_, optionIds) => {
    expect(await cast({ optionIds })).toEqual(refused('INVALID'));
    expect(await ballots()).toBe(0);
  });

  test('V1 two in a single choice, one twice, another poll’s, one behind the last', async () => {
    const other = await openPoll(app);
    const wrong = [poll.vote(0, 1), poll.vote(0, 0), other.vote(0)].map(({ optionIds }) => optionIds);
    for (const optionIds of [...wrong, [`${poll.pollId}.3`], [`${poll.pollId}.-1`]]) {
      expect(await cast({ optionIds })).toEqual(refused('INVALID'));
    }
    expect(await ballots()).toBe(0);
  });

  test('V2 before the poll opens, after it closed, on one that is gone or never was', async () => {
    const draft = await draftPoll(app);
    expect(await cast(draft.vote(0))).toEqual(refused('CLOSED'));
    await app.run('poll:open', { pollId: draft.pollId });
    await app.run('poll:close', { pollId: draft.pollId });
    expect(await cast(draft.vote(0))).toEqual(refused('CLOSED'));
    const gone = await draftPoll(app);
    await app.run('poll:discard', { pollId: gone.pollId });
    for (const pollId of [gone.pollId, 'never', '__proto__', '']) {
      expect(await cast({ ...draft.vote(0), pollId })).toEqual(refused('INVALID'));
    }
    expect(await ballots(draft)).toBe(0);
  });

  test('V2 in another event, with one’s own token or from one’s own seat', async () => {
    const away = await openPoll(app, {}, 'gala');
    expect(await cast(away.vote(0))).toEqual(refused('INVALID'));
    const { token } = viewer.welcome;
    const body = { command: 'poll:vote', input: away.vote(0) };
    expect((await app.post('/api/v1/events/gala/commands', body, { token })).status).toBe(403);
    await expect(join(app, { event: 'gala', token })).rejects.toThrow('FORBIDDEN');
  });

  test('V6 a time the client made up is no part of a ballot, nor of a countdown', async () => {
    const year = 365 * 86_400_000;
    for (const at of [Date.now() - 10 * year, Date.now() + 10 * year]) {
      expect(await cast({ ...poll.vote(0), at })).toEqual(refused('INVALID'));
    }
    expect(await ballots()).toBe(0);
    await using host = await join(app, { token: await app.host() });
    const scene = { scene: 'countdown', seconds: 60, endsAt: 0 } as never;
    expect(await host.send('stage:take', scene)).toEqual(refused('INVALID'));
  });
});

describe('B5 one ballot, however it is sent', () => {
  test('V4 the same commandId with another choice is another ballot: refused with the first', async () => {
    await cast({ ...poll.vote(0), commandId: 'one' });
    const again = await cast({ ...poll.vote(1), commandId: 'one' });
    expect(again).toEqual(refused('ALREADY', { retryable: false, details: poll.vote(0) }));
    expect(await ballots()).toBe(1);
  });

  test('seven tabs with three minds: one of them voted, the others are told how', async () => {
    await using tabs = await joinMany(app, 7, { token: viewer.welcome.token });
    const acks = await Promise.all(tabs.map((tab, index) => tab.send('poll:vote', poll.vote(index % 3))));
    const winner = acks.findIndex((ack) => ack.ok && !ack.data.repeat);
    const taken = poll.vote(winner % 3);
    const expected = acks.map((_, index) =>
      index % 3 === winner % 3
        ? { ok: true, data: { ...taken, repeat: index !== winner } }
        : refused('ALREADY', { details: taken }),
    );
    expect(acks).toEqual(expected);
    expect(await ballots()).toBe(1);
  });

  test('over the socket and over HTTP it is the same ballot', async () => {
    const ack = await app.command(viewer.welcome.token, 'poll:vote', poll.vote(2));
    expect(ack).toMatchObject({ ok: true, data: { repeat: false } });
    expect(await cast(poll.vote(2))).toMatchObject({ ok: true, data: { repeat: true } });
    expect(await ballots()).toBe(1);
  });
});

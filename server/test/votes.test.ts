import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OptionId, PollId } from '#shared/model/ids.ts';
import { startTestApp, type TestApp } from './app.ts';
import { type Client, join, refused } from './sockets.ts';

let app: TestApp;
let viewer: Client;
let pollId: PollId;
let optionIds: OptionId[];
beforeAll(async () => {
  app = await startTestApp({ events: ['show', 'gala'] });
  ({ pollId, optionIds } = await newPoll());
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => void (viewer = await join(app)));
afterEach(() => viewer[Symbol.asyncDispose]());

async function newPoll(event = 'show', isOpen = true) {
  const poll = await app.run('poll:create', { question: '?', options: ['甲', '乙', '丙'] }, event);
  if (isOpen) await app.run('poll:open', { pollId: poll.pollId }, event);
  return poll;
}
const ballots = async (of = pollId) => (await app.store.readTallies(app.slug, [of])).get(of)?.ballots ?? 0;
const cast = (input: object) => viewer.send('poll:vote', { pollId, ...input } as never);

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
  ])('%s: refused, and the box is empty', async (_, options) => {
    expect(await cast({ optionIds: options })).toEqual(refused('INVALID'));
    expect(await ballots()).toBe(0);
  });

  test('V1 two in a single choice, one twice, another poll’s', async () => {
    const [first, second] = optionIds;
    const other = await newPoll();
    for (const options of [
      [first, second],
      [first, first],
      other.optionIds.slice(0, 1),
      [`${pollId}.3`],
      [`${pollId}.-1`],
    ]) {
      expect(await cast({ optionIds: options })).toEqual(refused('INVALID'));
    }
    expect(await ballots()).toBe(0);
  });

  test('V2 before the poll opens, after it closed, on one that is gone or never was', async () => {
    const draft = await newPoll('show', false);
    const vote = { pollId: draft.pollId, optionIds: draft.optionIds.slice(0, 1) };
    expect(await cast(vote)).toEqual(refused('CLOSED'));
    await app.run('poll:open', { pollId: draft.pollId });
    await app.run('poll:close', { pollId: draft.pollId });
    expect(await cast(vote)).toEqual(refused('CLOSED'));
    const gone = await newPoll('show', false);
    await app.run('poll:discard', { pollId: gone.pollId });
    for (const id of [gone.pollId, 'never', '__proto__', ''])
      expect(await cast({ ...vote, pollId: id })).toEqual(refused('INVALID'));
    expect(await ballots(draft.pollId)).toBe(0);
  });

  test('V2 in another event, with one’s own token or from one’s own seat', async () => {
    const away = await newPoll('gala');
    const vote = { pollId: away.pollId, optionIds: away.optionIds.slice(0, 1) };
    expect(await cast(vote)).toEqual(refused('INVALID'));
    const body = { command: 'poll:vote', input: vote };
    const { token } = viewer.welcome;
    expect((await app.post('/api/v1/events/gala/commands', body, { token })).status).toBe(403);
    await expect(join(app, { event: 'gala', token })).rejects.toThrow('FORBIDDEN');
  });

  test('V6 a time the client made up is no part of a ballot', async () => {
    const year = 365 * 86_400_000;
    for (const at of [Date.now() - 10 * year, Date.now() + 10 * year]) {
      expect(await cast({ optionIds: optionIds.slice(0, 1), at })).toEqual(refused('INVALID'));
    }
    expect(await ballots()).toBe(0);
  });

  test('V6 nor does a countdown believe the client’s clock', async () => {
    await using host = await join(app, { token: await app.host() });
    const scene = { scene: 'countdown', seconds: 60, endsAt: 0 } as const;
    expect(await host.send('stage:take', scene as never)).toEqual(refused('INVALID'));
  });
});

describe('B5 one ballot, however it is sent', () => {
  test('V4 the same commandId with another choice is another ballot: refused with the first', async () => {
    const poll = await newPoll();
    const vote = (index: number) => ({
      pollId: poll.pollId,
      optionIds: poll.optionIds.slice(index, index + 1),
      commandId: 'one',
    });
    await viewer.run('poll:vote', vote(0));
    const { commandId: _, ...first } = vote(0);
    expect(await viewer.send('poll:vote', vote(1))).toEqual(
      refused('ALREADY', { retryable: false, details: first }),
    );
    expect(await ballots(poll.pollId)).toBe(1);
  });

  test('eight tabs with three minds: one of them voted, the others are told how', async () => {
    const poll = await newPoll();
    await using first = await join(app);
    const { token } = first.welcome;
    const tabs = await Promise.all(Array.from({ length: 7 }, () => join(app, { token })));
    const vote = (index: number) => ({
      pollId: poll.pollId,
      optionIds: poll.optionIds.slice(index % 3, (index % 3) + 1),
    });
    const acks = await Promise.all(tabs.map((tab, index) => tab.send('poll:vote', vote(index))));
    const counted = acks.filter((ack) => ack.ok && !ack.data.repeat);
    expect(counted).toHaveLength(1);
    const [winner] = counted.flatMap((ack) => (ack.ok ? ack.data.optionIds : []));
    for (const ack of acks) {
      if (ack.ok) expect(ack.data.optionIds).toEqual([winner]);
      else expect(ack).toEqual(refused('ALREADY', { details: { pollId: poll.pollId, optionIds: [winner] } }));
    }
    expect(await ballots(poll.pollId)).toBe(1);
    for (const tab of tabs) await tab[Symbol.asyncDispose]();
  });

  test('over the socket and over HTTP it is the same ballot', async () => {
    const poll = await newPoll();
    const vote = { pollId: poll.pollId, optionIds: poll.optionIds.slice(2) };
    expect(await app.command(viewer.welcome.token, 'poll:vote', vote)).toMatchObject({
      ok: true,
      data: { repeat: false },
    });
    expect(await viewer.run('poll:vote', vote)).toMatchObject({ repeat: true });
    expect(await ballots(poll.pollId)).toBe(1);
  });
});

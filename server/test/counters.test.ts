import { describe, expect, test } from 'vitest';
import type { ViewerCounts } from '#shared/model/gauges.ts';
import { holdClock, startTestApp, type TestApp } from './app.ts';
import { type Client, join, refused } from './sockets.ts';

const MINUTE = 60_000;

/** The counters as of now: the node's next report, without waiting for its hour. */
const measure = async (app: TestApp): Promise<ViewerCounts> =>
  (await app.events.open(app.slug)).presence.measure();

const leave = async (client: Client, app: TestApp): Promise<void> => {
  const { feed } = await app.events.open(app.slug);
  const before = feed.size;
  client.socket.disconnect();
  await expect.poll(() => feed.size).toBe(before - 1);
};

describe('viewers', () => {
  test('two tabs of one viewer are one; screens and the desk are none', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using tab = await join(app, { token: viewer.welcome.token });
    await using stage = await join(app, { role: 'screen' });
    await using host = await join(app, { token: await app.host() });
    for (const client of [viewer, tab, stage, host]) {
      await client.until('one online', ({ state }) => state.gauges.viewers.online === 1);
    }
    await using other = await join(app);
    await stage.until('two online', ({ state }) => state.gauges.viewers.online === 2);
    expect(other.welcome.you.number).not.toBe(viewer.welcome.you.number);
  });

  test('a reload is no departure; who is gone for three seconds is gone', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    const viewer = await join(app);
    await leave(viewer, app);
    clock.advance(2999);
    expect(await measure(app)).toMatchObject({ online: 1 });
    const back = await join(app, { token: viewer.welcome.token });
    clock.advance(10_000);
    expect(await measure(app)).toMatchObject({ online: 1, unique: 1, visits: 1 });
    await leave(back, app);
    clock.advance(3000);
    expect(await measure(app)).toMatchObject({ online: 0, peak: 1 });
  });

  test('a viewer counts as one who watched after five seconds, and once', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    await using first = await join(app);
    clock.advance(1);
    await using second = await join(app);
    clock.advance(4999);
    expect(await measure(app)).toMatchObject({ online: 2, unique: 1, visits: 1 });
    clock.advance(1);
    expect(await measure(app)).toMatchObject({ unique: 2 });
    await leave(first, app);
    clock.advance(3000);
    await measure(app);
    await using again = await join(app, { token: first.welcome.token });
    clock.advance(5000);
    expect(await measure(app)).toMatchObject({ online: 2, peak: 2, unique: 2, visits: 2 });
    await again.until('everyone hears of it', ({ state }) => state.gauges.viewers.unique === 2);
    expect(second.lost).toBeNull();
  });

  test('half an hour away makes a visit of its own', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    const viewer = await join(app);
    clock.advance(5000);
    await measure(app);
    await leave(viewer, app);
    clock.advance(3000);
    await measure(app);
    clock.advance(30 * MINUTE);
    await using back = await join(app, { token: viewer.welcome.token });
    clock.advance(5000);
    expect(await measure(app)).toMatchObject({ online: 1, unique: 1, visits: 2 });
    expect(back.welcome.you.id).toBe(viewer.welcome.you.id);
  });

  test('the peak is the most there ever were at once', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    const viewers = await Promise.all(Array.from({ length: 4 }, () => join(app)));
    expect(await measure(app)).toMatchObject({ online: 4, peak: 4 });
    for (const viewer of viewers.slice(1)) await leave(viewer, app);
    clock.advance(3000);
    expect(await measure(app)).toMatchObject({ online: 1, peak: 4 });
    await viewers[0]?.[Symbol.asyncDispose]();
  });

  test('participations are comments, ballots and batches of reactions, each shown', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using host = await join(app, { token: await app.host() });
    const { pollId, optionIds } = await app.run('poll:create', { question: '?', options: ['甲', '乙'] });
    await app.run('poll:open', { pollId });
    for (let time = 0; time < 2; time += 1) {
      await viewer.run('comment:post', { text: '一', commandId: 'same' });
      await viewer.run('poll:vote', { pollId, optionIds: optionIds.slice(0, 1) });
    }
    await host.run('comment:post', { text: '二' });
    for (const count of [50, 1, 2]) await viewer.run('reaction:send', { kind: 'like', count });
    const parts = { participations: 6, comments: 2, ballots: 1, reactionBatches: 3 };
    expect(await measure(app)).toMatchObject(parts);
    const told = await viewer.until(
      'everyone hears of it',
      ({ state }) => state.gauges.viewers.participations === 6 && state,
    );
    expect(told.gauges.viewers).toMatchObject(parts);
  });
});

describe('reactions', () => {
  test('taps of every viewer add up, kind by kind', async () => {
    await using app = await startTestApp();
    const viewers = await Promise.all(Array.from({ length: 3 }, () => join(app)));
    await using stage = await join(app, { role: 'screen' });
    for (const [index, viewer] of viewers.entries()) {
      await viewer.run('reaction:send', { kind: 'like', count: 10 + index });
      await viewer.run('reaction:send', { kind: 'fire', count: 1 });
    }
    const { gauges } = await stage.until(
      'the sums',
      ({ state }) => state.gauges.reactions.fire === 3 && state,
    );
    expect(gauges.reactions).toEqual({ like: 33, heart: 0, flower: 0, applause: 0, fire: 3 });
    for (const viewer of viewers) await viewer[Symbol.asyncDispose]();
  });

  test('fifty-one, none, half a tap or an unknown kind are refused, and so is everything after the end', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    const send = (kind: string, count: number) =>
      viewer.send('reaction:send', { kind: kind as 'like', count });
    for (const count of [51, 0, -1, 0.5]) expect(await send('like', count)).toEqual(refused('INVALID'));
    for (const kind of ['dislike', '__proto__', 'constructor'])
      expect(await send(kind, 1)).toEqual(refused('INVALID'));
    await app.run('event:end', {});
    expect(await send('like', 1)).toEqual(refused('CLOSED'));
    expect(await measure(app)).toMatchObject({ reactionBatches: 0 });
  });
});

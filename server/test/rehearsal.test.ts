import { EventSlug } from '#shared/model/ids.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Redis } from 'ioredis';
import { openPoll } from './ballots.ts';
import { describeNodes, startNodes } from './nodes.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { startTestApp, type TestApp } from './app.ts';
import { join, refused } from './sockets.ts';
import { until } from './until.ts';

const twin = 'show-rehearsal';
const rehearse = (app: TestApp): Promise<void> => app.create(twin, { rehearsal: true });
const listed = async (app: TestApp): Promise<string[]> => {
  const { events } = (await (await app.get('/api/v1/events')).json()) as { events: { slug: string }[] };
  return events.map(({ slug }) => slug);
};

describe('a rehearsal', () => {
  test('says that it is one to everybody in it, and is not announced', async () => {
    await using app = await startTestApp();
    await rehearse(app);
    await using viewer = await join(app, { event: twin });
    expect(viewer.state.event.rehearsal).toBe(true);
    expect(await listed(app)).toEqual(['show']);
    await using real = await join(app);
    expect(real.state.event).not.toHaveProperty('rehearsal');
    await viewer.run('comment:post', { text: '彩排' });
    expect(await app.measure()).toMatchObject({ online: 1, comments: 0, participations: 0 });
  });

  test('no real event is cleared, by nobody; a rehearsal only by its host or the administrator', async () => {
    await using app = await startTestApp();
    await rehearse(app);
    await expect(app.run('event:clear', {})).rejects.toThrow('FORBIDDEN');
    for (const role of ['viewer', 'moderator', 'judge'] as const) {
      await using other = await join(app, { event: twin, token: await app.token(role, {}, twin) });
      expect(await other.send('event:clear', {})).toEqual(refused('FORBIDDEN'));
    }
    await using stranger = await join(app, { token: await app.host() });
    expect(await stranger.send('event:clear', {})).toEqual(refused('FORBIDDEN'));
    await expect(app.run('event:clear', {}, 'never-was')).rejects.toThrow('NOT_FOUND');
  });

  test('cleared, it sends everyone away and is gone; made anew, it begins at nothing', async () => {
    await using app = await startTestApp();
    await rehearse(app);
    await using viewer = await join(app, { event: twin });
    await using host = await join(app, { event: twin, token: await app.token('host', {}, twin) });
    await viewer.run('comment:post', { text: '彩排' });
    expect(await app.run('event:clear', {}, twin)).toEqual({});
    await until('both are out', () => viewer.lost !== null && host.lost !== null);
    await expect(join(app, { event: twin })).rejects.toThrow('NOT_FOUND');
    expect((await app.get(`/api/v1/events/${twin}`)).status).toBe(404);
    await expect(app.run('event:clear', {}, twin)).rejects.toThrow('NOT_FOUND');

    await rehearse(app);
    await using newcomer = await join(app, { event: twin });
    expect(newcomer.welcome.you.number).toBe(1);
    expect(newcomer.state.comments).toEqual([]);
    expect(newcomer.state.gauges.viewers.comments).toBe(0);
  });

  test('what a clearing that was cut short has left behind goes before the name is used again', async () => {
    await using app = await startTestApp();
    await rehearse(app);
    const { ledger } = await app.events.open(EventSlug.parse(twin));
    await app.run('comment:post', { text: '留下的' }, twin);
    const admin = { id: 'admin', role: 'admin', name: '', number: null } as never;
    await ledger.change(admin, null, () => ({ output: {}, facts: [{ type: 'event:cleared', payload: {} }] }));
    await expect(join(app, { event: twin })).rejects.toThrow('NOT_FOUND');
    await rehearse(app);
    await using viewer = await join(app, { event: twin });
    expect(viewer.state.comments).toEqual([]);
  });
});

let redis: TestRedis;

describeNodes('a rehearsal on two nodes over one Redis', () => {
  beforeAll(async () => void (redis = await startRedis()));
  afterAll(() => redis.stop());

  test('cleared on one, it is gone on both, and Redis holds nothing of it', async () => {
    await using nodes = await startNodes(redis);
    await rehearse(nodes.one);
    const poll = await openPoll(nodes.one, {}, twin);
    await using here = await join(nodes.one, { event: twin });
    await using there = await join(nodes.two, { event: twin });
    await there.run('comment:post', { text: '另一头' });
    await there.run('poll:vote', poll.vote(0));
    await here.until('both are there', ({ state }) => state.gauges.viewers.online === 2);
    await nodes.one.run('event:clear', {}, twin);
    await until('both are out', () => here.lost !== null && there.lost !== null);
    for (const app of [nodes.one, nodes.two])
      await expect(join(app, { event: twin })).rejects.toThrow('NOT_FOUND');
    await until('nothing is left', async () => (await left()).length === 0);
  });

  test('a comment that waits for company on its way to Redis is not there after all is deleted', async () => {
    await using nodes = await startNodes(redis);
    await rehearse(nodes.one);
    const say = async (text: string): Promise<unknown> => nodes.two.run('comment:post', { text }, twin);
    await nodes.two.store.hurryComments(EventSlug.parse(twin), 250);
    await say('一');
    await say('二');
    await nodes.two.store.hurryComments(EventSlug.parse(twin), 250); // two are a stream: the next wait for the next hurry
    const waiting = ['三', '四'].map(say);
    await nodes.one.run('event:clear', {}, twin);
    await Promise.allSettled(waiting);
    expect(await left()).toEqual([]);
  });
});

async function left(): Promise<string[]> {
  const inspect = new Redis(redis.url);
  const keys = await inspect.keys(`*{${twin}}*`);
  await inspect.quit();
  return keys.filter((key) => !key.includes(':pace:'));
}

import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftPoll, openPoll } from './ballots.ts';
import { describeNodes, startNodes } from './nodes.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { type Client, join, joinMany, refused } from './sockets.ts';
import { until } from './until.ts';

let redis: TestRedis;
let control: Redis;

/** Cuts what the nodes hear each other by; they connect anew by themselves. */
const cutBus = async (): Promise<void> => void (await control.call('CLIENT', 'KILL', 'TYPE', 'pubsub'));

/** Nodes that hear the others: the event's channel and Socket.IO's own. */
const listeners = async (): Promise<number> => {
  const list = String(await control.call('CLIENT', 'LIST', 'TYPE', 'pubsub'));
  return [...list.matchAll(/ ssub=(?:[2-9]|\d\d)/g)].length;
};

describeNodes('what nodes tell each other', () => {
  beforeAll(async () => {
    redis = await startRedis();
    control = new Redis(redis.url);
    control.on('error', () => undefined); // it is killed and frozen here
  });
  afterAll(async () => {
    control.disconnect();
    await redis.stop();
  });

  test('A1 facts that the bus lost are read from the log: none missing, none twice, in order', async () => {
    await using nodes = await startNodes(redis);
    await using host = await join(nodes.one, { token: await nodes.one.host() });
    await using there = await join(nodes.two, { token: await nodes.two.moderator() });
    await using viewer = await join(nodes.two);
    for (let round = 0; round < 4; round += 1) {
      await cutBus();
      for (let fact = 0; fact < 5; fact += 1)
        await host.run('stage:take', { scene: 'announcement', text: `${round}.${fact}` });
    }
    for (const client of [host, there]) await client.until('all of them', ({ revision }) => revision === 21);
    const told = (client: Client) =>
      client.frames.flatMap(({ facts }) => facts.map(({ payload }) => JSON.stringify(payload)));
    expect(told(there)).toEqual(told(host));
    await viewer.until(
      'the last',
      ({ state }) => state.stage.scene === 'announcement' && state.stage.text === '3.4',
    );
    expect(viewer.snapshots).toBe(1);

    await until('both listen again', async () => (await listeners()) === 2);
    await host.run('comment:post', { text: '又连上了' });
    await viewer.until('the comment', ({ texts }) => texts.includes('又连上了'));
    await nodes.one.run('viewer:kick', { viewerId: viewer.welcome.you.id });
    await viewer.until('kicked', ({ lost }) => lost);
  });

  test('A5 a poll that opens while the bus is cut takes votes on the other node at once', async () => {
    await using nodes = await startNodes(redis);
    await using viewers = await joinMany(nodes.two, 3);
    await using desk = await join(nodes.two, { token: await nodes.two.host() });
    const { pollId, vote } = await draftPoll(nodes.one);
    await desk.until('the draft', ({ state }) => state.polls[0]?.status === 'draft');
    await cutBus();
    await nodes.one.run('poll:open', { pollId });
    const acks = await Promise.all(viewers.map((viewer) => viewer.send('poll:vote', vote(0))));
    expect(acks).toEqual(viewers.map(() => ({ ok: true, data: { ...vote(0), repeat: false } })));
  });

  test('A14 while Redis does not answer, watching goes on and a vote is told to come again', async () => {
    await using nodes = await startNodes(redis);
    await using viewer = await join(nodes.one);
    await using host = await join(nodes.two, { token: await nodes.two.host() });
    const { pollId, vote } = await openPoll(nodes.two);
    await viewer.until('open', ({ state }) => state.polls[0]?.status === 'open');
    const again = { ...vote(0), commandId: 'again' };
    redis.freeze();
    try {
      const acks = await Promise.all([
        viewer.send('poll:vote', again),
        viewer.send('comment:post', { text: '?' }),
      ]);
      for (const ack of acks) expect(ack).toEqual(refused('UNAVAILABLE', { retryable: true }));
      await using late = await join(nodes.one);
      expect(late.state.polls).toEqual(viewer.state.polls);
      const ready = await nodes.one.get('/readyz');
      expect(ready.status).toBe(200);
      expect(await ready.json()).toMatchObject({ ok: true, store: 'unavailable', degraded: true });
      expect([viewer.lost, host.lost]).toEqual([null, null]);
    } finally {
      redis.thaw();
    }
    await until('the vote is taken', async () => (await viewer.send('poll:vote', again)).ok);
    const tally = (await nodes.two.store.readTallies(nodes.two.slug, [pollId])).get(pollId);
    expect(tally).toEqual({ counts: [1, 0, 0], ballots: 1 });
    await host.run('stage:take', { scene: 'wall' });
    await viewer.until('the other node is heard', ({ state }) => state.stage.scene === 'wall');
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventState } from '#shared/model/state.ts';
import { sharedRedis, startTestApp } from './app.ts';
import { openPoll } from './ballots.ts';
import { describeNodes, startNodes } from './nodes.ts';
import { startProcess } from './process.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { gather, join, joinMany } from './sockets.ts';

let redis: TestRedis;

type Known = { state: EventState; revision: number; epoch: string };

/** What an audience knows. Between nodes, comments of one moment may stand in another order: each shows its own first. */
const known = ({ state, revision, epoch }: Known): Known => {
  const comments = state.comments.toSorted((a, b) => a.at - b.at || a.id.localeCompare(b.id));
  return { state: { ...state, comments }, revision, epoch };
};

describeNodes.concurrent('what two nodes are together', () => {
  beforeAll(async () => void (redis = await startRedis()));
  afterAll(() => redis.stop());

  test('counters are sums over the nodes; a node that says goodbye leaves them at once', async () => {
    const engine = sharedRedis(redis.url);
    await using one = await startTestApp({ engine });
    await using two = await startTestApp({ engine });
    await using here = await join(one);
    await using there = await joinMany(two, 3);
    const everyone = [here, ...there];
    for (const client of everyone)
      await client.until('four', ({ state }) => state.gauges.viewers.online === 4);
    await here.run('reaction:send', { kind: 'heart', count: 2 });
    await there[0].run('reaction:send', { kind: 'heart', count: 3 });
    for (const client of everyone)
      await client.until('the sum', ({ state }) => state.gauges.reactions.heart === 5);
    await two.close();
    await here.until('one is left', ({ state }) => state.gauges.viewers.online === 1);
    expect(here.state.gauges.viewers.peak).toBe(4);
  });

  test('every audience knows the same on both nodes, to the last counter', async () => {
    await using nodes = await startNodes(redis);
    const { one, two } = nodes;
    await one.run('words:set', { block: ['敏感'] });
    await using hosts = gather([
      await join(one, { token: await one.host() }),
      await join(two, { token: await two.host() }),
    ]);
    const joining = Array.from({ length: 12 }, (_, index) => join(index % 2 === 0 ? one : two));
    await using viewers = gather(await Promise.all(joining));
    const { pollId, vote } = await openPoll(one);
    const texts = viewers.map((_, index) => (index % 4 === 0 ? `敏感${index}` : `第${index}条`));
    const said = viewers.map((viewer, index) => viewer.run('comment:post', { text: texts[index] ?? '' }));
    const voted = viewers.map((viewer, index) => viewer.run('poll:vote', vote(index % 2)));
    const scenes = ['wall', 'counter', 'idle'] as const;
    const taken = hosts.flatMap((host) => scenes.map((scene) => host.run('stage:take', { scene })));
    const [held, shown] = await Promise.all(said);
    await Promise.all([...voted, ...taken]);
    expect([held?.shown, shown?.shown]).toEqual([false, true]);
    await hosts[1].run('comment:hide', { commentId: shown?.id ?? '' });

    const { length } = viewers;
    for (const client of [...hosts, ...viewers]) {
      await client.until('the tally', ({ state }) => state.gauges.tallies[pollId]?.ballots === length);
      await client.until('the viewers', ({ state }) => state.gauges.viewers.unique === length);
      await client.until('the parts', ({ state }) => state.gauges.viewers.participations === 2 * length);
      await client.until('quiet', ({ state }) => state.gauges.flow.perSecond === 0);
    }
    expect(known(hosts[1])).toEqual(known(hosts[0]));
    for (const viewer of viewers) expect(known(viewer)).toEqual(known(viewers[0]));
    for (const by of [{}, { token: await one.host() }]) {
      const asked = [one, two].map(async (app) => (await app.get('/api/v1/events/show', by)).json());
      const [here, there] = (await Promise.all(asked)) as [Known, Known];
      expect(known(there)).toEqual(known(here));
    }
  });

  test('A13 a node that is killed leaves the counter when its lease runs out', async () => {
    const engine = sharedRedis(redis.url);
    await using one = await startTestApp({ engine });
    await using other = await startProcess({
      XINLI_STORE: 'redis',
      REDIS_URL: redis.url,
      XINLI_REDIS_PREFIX: engine.prefix,
      XINLI_DATA: one.folder,
    });
    await using here = await join(one);
    await using there = await join(other);
    await here.until('two', ({ state }) => state.gauges.viewers.online === 2);
    await there.run('comment:post', { text: '先走一步' });
    await here.until('the comment', ({ texts }) => texts[0] === '先走一步');
    await other.end('SIGKILL');
    await here.until('one is left', ({ state }) => state.gauges.viewers.online === 1);
    await using moved = await join(one, { token: there.welcome.token });
    expect(moved.welcome.you.id).toBe(there.welcome.you.id);
  });
});

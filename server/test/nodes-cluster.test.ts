import { expect, test } from 'vitest';
import { openPoll } from './ballots.ts';
import { describeNodes, startNodes } from './nodes.ts';
import { startRedisCluster } from './redis.ts';
import { join, joinMany } from './sockets.ts';
import { until } from './until.ts';

describeNodes('two nodes over a cluster of three Redis servers', () => {
  test('facts, comments, votes and kicks reach both; each event lives on one server, events on all of them', async () => {
    await using cluster = await startRedisCluster();
    await using nodes = await startNodes(cluster);
    await using here = await join(nodes.one);
    await using there = await joinMany(nodes.two, 3);
    await here.run('comment:post', { text: '集群' });
    for (const viewer of there) await viewer.until('the comment', ({ texts }) => texts[0] === '集群');

    const poll = await openPoll(nodes.one);
    for (const viewer of there) {
      await viewer.until('the poll', ({ state }) => state.polls[0]?.status === 'open');
      await viewer.run('poll:vote', poll.vote(0));
    }
    await here.run('poll:vote', poll.vote(1));
    await here.until('all votes', ({ state }) => state.gauges.tallies[poll.pollId]?.ballots === 4);

    await nodes.one.run('viewer:kick', { viewerId: there[0].welcome.you.id });
    expect(await there[0].until('closed', ({ lost }) => lost)).toBe('io server disconnect');

    const slugs = Array.from({ length: 12 }, (_, index) => `event-${index}`);
    for (const slug of slugs) await nodes.one.create(slug);
    await using other = await join(nodes.two, { event: 'event-7' });
    await nodes.one.run('stage:take', { scene: 'wall' }, 'event-7');
    await other.until('the scene', ({ state }) => state.stage.scene === 'wall');
    const listed = (await nodes.two.store.listEvents()).map(({ slug }) => slug as string);
    expect(listed.toSorted()).toEqual(['show', ...slugs].toSorted());
  });

  test('a server of the cluster that comes back is found again', async () => {
    await using cluster = await startRedisCluster();
    await using nodes = await startNodes(cluster);
    await using viewer = await join(nodes.two);
    for (const server of cluster.servers) await server.restart();
    await until('it is written again', async () => {
      const posted = await nodes.one.run('stage:take', { scene: 'wall' }).catch(() => null);
      return posted !== null;
    });
    const { scene } = await viewer.until(
      'the scene',
      ({ state }) => state.stage.scene === 'wall' && state.stage,
    );
    expect(scene).toBe('wall');
  });
});

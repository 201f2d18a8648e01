import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedRedis, startTestApp } from './app.ts';
import { draftPoll } from './ballots.ts';
import { describeNodes, startNodes } from './nodes.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { type Client, gather, join, joinMany, refused } from './sockets.ts';

let redis: TestRedis;

describeNodes('two nodes over one Redis', () => {
  beforeAll(async () => void (redis = await startRedis()));
  afterAll(() => redis.stop());

  test('a comment on one is seen on the other; a retry on the other is the same comment', async () => {
    await using nodes = await startNodes(redis);
    await using here = await join(nodes.one);
    await using there = await join(nodes.two);
    const { token } = here.welcome;
    const post = { text: '两地同屏', commandId: 'once' };
    const { id } = await here.run('comment:post', post);
    const seen = await there.until('the comment', ({ state }) => state.comments[0]);
    expect(seen).toMatchObject({ id, text: '两地同屏' });
    await using moved = await join(nodes.two, { token });
    expect(await moved.run('comment:post', post)).toMatchObject({ id });
    expect(await moved.send('comment:post', { ...post, text: '别的' })).toEqual(refused('ID_REUSE'));
    expect(moved.welcome.you.id).toBe(here.welcome.you.id);
    expect(there.welcome.you.number).not.toBe(here.welcome.you.number);
  });

  test('a node that comes in the middle of a flood shows every comment once', async () => {
    const engine = sharedRedis(redis.url);
    await using one = await startTestApp({ engine });
    const token = await one.host();
    await using hosts = await joinMany(one, 4, { token });
    const late = await Promise.all(Array.from({ length: 3 }, () => startTestApp({ engine })));
    const joining: Promise<Client>[] = [];
    for (let round = 0; round < 5; round += 1) {
      const said = [0, 1].map((index) => hosts[0].run('comment:post', { text: `第${round}轮之${index}` }));
      await said[0];
      joining.push(...late.slice(round, round + 1).map((app) => join(app)));
      await Promise.all(said);
    }
    await using joined = gather(await Promise.all(joining));
    await using first = await join(one);
    await one.run('stage:take', { scene: 'wall' });
    for (const client of [first, ...joined]) {
      await client.until(
        'all of them',
        ({ state, texts }) => state.stage.scene === 'wall' && texts.length >= 10,
      );
      expect(client.texts.toSorted()).toEqual(first.texts.toSorted());
    }
    expect(new Set(first.texts).size).toBe(10);
    for (const app of late) await app[Symbol.asyncDispose]();
  });

  test('A21 one pace for one viewer, whichever node they talk to', async () => {
    await using nodes = await startNodes(redis);
    await nodes.one.run('event:configure', { comments: { slowModeSeconds: 300 } });
    await using here = await join(nodes.one);
    await using there = await join(nodes.two, { token: here.welcome.token });
    await there.until('slow mode', ({ state }) => state.event.comments.slowModeSeconds === 300);
    await here.run('comment:post', { text: '一' });
    expect(await there.send('comment:post', { text: '二' })).toEqual(refused('RATE'));
  });

  test('two hosts on two nodes at once: one effect, one order', async () => {
    await using nodes = await startNodes(redis);
    await using one = await join(nodes.one, { token: await nodes.one.host() });
    await using two = await join(nodes.two, { token: await nodes.two.host() });
    const { pollId } = await draftPoll(nodes.one);
    await two.until('the draft', ({ state }) => state.polls.length === 1);
    for (const name of ['poll:open', 'poll:close', 'poll:reveal'] as const) {
      const scenes = [one.run('stage:take', { scene: 'wall' }), two.run('stage:take', { scene: 'counter' })];
      const [first, second] = await Promise.all([one.run(name, { pollId }), two.run(name, { pollId })]);
      expect(second).toEqual(first);
      await Promise.all(scenes);
    }
    const log = (await nodes.one.store.readLog(nodes.one.slug, 0))?.facts.map(({ type }) => type) ?? [];
    expect(log.filter((type) => type.startsWith('poll:'))).toEqual([
      'poll:drafted',
      'poll:opened',
      'poll:closed',
      'poll:revealed',
    ]);
    for (const client of [one, two])
      await client.until('all of it', ({ revision }) => revision === log.length);
    expect(two.state.stage).toEqual(one.state.stage);
  });

  test('a kick on one node closes the viewer’s sockets on the other', async () => {
    await using nodes = await startNodes(redis);
    await using here = await join(nodes.one);
    await using there = await join(nodes.two, { token: here.welcome.token });
    await using other = await join(nodes.two);
    await nodes.two.run('viewer:kick', { viewerId: here.welcome.you.id });
    for (const client of [here, there])
      expect(await client.until('closed', ({ lost }) => lost)).toBe('io server disconnect');
    expect(other.lost).toBeNull();
  });

  test('what a moderator decides on one node, the author hears on the other', async () => {
    await using nodes = await startNodes(redis);
    await nodes.one.run('event:configure', { comments: { mode: 'pre' } });
    await using author = await join(nodes.one);
    await using desk = await join(nodes.two, { token: await nodes.two.moderator() });
    await author.until('the mode', ({ state }) => state.event.comments.mode === 'pre');
    const { id } = await author.run('comment:post', { text: '请过目' });
    await desk.until('it is held', ({ state }) => state.desk.held[0]?.id === id);
    await desk.run('comment:approve', { commentId: id });
    await author.until('it is shown', ({ texts }) => texts[0] === '请过目');
    await author.until('told', ({ notices }) =>
      notices.some((notice) => notice.about === 'comment' && notice.shown),
    );
    await desk.run('viewer:mute', { viewerId: author.welcome.you.id, seconds: 60 });
    await author.until('told', ({ notices }) => notices.some((notice) => notice.about === 'mute'));
    expect(await author.send('comment:post', { text: '还能说吗' })).toEqual(refused('MUTED'));
    expect(desk.state.desk.held).toEqual([]);
  });
});

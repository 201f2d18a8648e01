import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventState } from '#shared/model/state.ts';
import { sharedRedis, startTestApp } from './app.ts';
import { describeNodes, startNodes } from './nodes.ts';
import { startProcess } from './process.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { type Client, join, refused } from './sockets.ts';

let redis: TestRedis;

type Known = { state: EventState; revision: number; epoch: string };

/** What an audience knows. Between nodes, comments of one moment may stand in another order: each shows its own first. */
const known = ({ state, revision, epoch }: Known): Known => {
  const comments = state.comments.toSorted((a, b) => a.at - b.at || a.id.localeCompare(b.id));
  return { state: { ...state, comments }, revision, epoch };
};

describeNodes.concurrent('two nodes over one Redis', () => {
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

  test('A21 one pace for one viewer, whichever node they talk to', async () => {
    await using nodes = await startNodes(redis);
    await nodes.one.run('event:configure', { comments: { slowModeSeconds: 300 } });
    await using here = await join(nodes.one);
    await using there = await join(nodes.two, { token: here.welcome.token });
    await there.until('slow mode', ({ state }) => state.event.comments.slowModeSeconds === 300);
    await here.run('comment:post', { text: '一' });
    expect(await there.send('comment:post', { text: '二' })).toEqual(refused('RATE'));
  });

  test('A5 a poll opened on one takes votes on the other at once; a vote on either counts once', async () => {
    await using nodes = await startNodes(redis);
    await using here = await join(nodes.one);
    await using there = await join(nodes.two, { token: here.welcome.token });
    await using neighbour = await join(nodes.two);
    const { pollId, optionIds } = await nodes.one.run('poll:create', {
      question: '?',
      options: ['甲', '乙'],
    });
    const vote = (index: number) => ({ pollId, optionIds: optionIds.slice(index, index + 1) });
    await nodes.one.run('poll:open', { pollId });
    expect(await there.run('poll:vote', vote(0))).toMatchObject({ repeat: false });
    expect(await here.run('poll:vote', vote(0))).toMatchObject({ repeat: true });
    expect(await here.send('poll:vote', vote(1))).toEqual(refused('ALREADY', { details: vote(0) }));
    await neighbour.run('poll:vote', vote(1));
    for (const client of [here, there]) {
      await client.until('both ballots', ({ state }) => state.gauges.tallies[pollId]?.ballots === 2);
    }
    await using back = await join(nodes.one, { token: neighbour.welcome.token });
    expect(back.welcome.you.ballots).toEqual({ [pollId]: vote(1).optionIds });
  });

  test('B6 votes on both nodes raced over the close: what was acknowledged is what is counted', async () => {
    await using nodes = await startNodes(redis);
    const viewers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => join(index % 2 === 0 ? nodes.one : nodes.two)),
    );
    const { pollId, optionIds } = await nodes.one.run('poll:create', {
      question: '?',
      options: ['甲', '乙'],
    });
    await nodes.one.run('poll:open', { pollId });
    const cast = (from: number, to: number) =>
      viewers
        .slice(from, to)
        .map((viewer) => viewer.send('poll:vote', { pollId, optionIds: optionIds.slice(0, 1) }));
    const votes = cast(0, 15);
    await Promise.race(votes);
    const closing = nodes.two.run('poll:close', { pollId });
    votes.push(...cast(15, 38));
    await closing;
    votes.push(...cast(38, 40));
    const acks = await Promise.all(votes);
    for (const ack of acks) if (!ack.ok) expect(ack).toEqual(refused('CLOSED'));
    expect(acks.slice(38).map(({ ok }) => ok)).toEqual([false, false]);
    const { tally } = await nodes.one.run('poll:reveal', { pollId });
    expect(tally?.ballots).toBe(acks.filter(({ ok }) => ok).length);
    for (const viewer of viewers) await viewer[Symbol.asyncDispose]();
  });

  test('two hosts on two nodes at once: one effect, one order', async () => {
    await using nodes = await startNodes(redis);
    await using one = await join(nodes.one, { token: await nodes.one.host() });
    await using two = await join(nodes.two, { token: await nodes.two.host() });
    const { pollId } = await one.run('poll:create', { question: '?', options: ['甲', '乙'] });
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

  test('counters are sums over the nodes; a node that says goodbye leaves them at once', async () => {
    const engine = sharedRedis(redis.url);
    await using one = await startTestApp({ engine });
    await using two = await startTestApp({ engine });
    await using here = await join(one);
    const there = await Promise.all(Array.from({ length: 2 }, () => join(two)));
    for (const client of [here, ...there])
      await client.until('three', ({ state }) => state.gauges.viewers.online === 3);
    await here.run('reaction:send', { kind: 'heart', count: 2 });
    await there[0]?.run('reaction:send', { kind: 'heart', count: 3 });
    for (const client of [here, ...there])
      await client.until('the sum', ({ state }) => state.gauges.reactions.heart === 5);
    for (const client of there) await client[Symbol.asyncDispose]();
    await two.close();
    await here.until(
      'one is left',
      ({ state }) => state.gauges.viewers.online === 1 && state.gauges.viewers.peak === 3,
    );
  });

  test('every audience knows the same on both nodes, to the last counter', async () => {
    await using nodes = await startNodes(redis);
    const { one, two } = nodes;
    await one.run('words:set', { block: ['敏感'] });
    const hosts = [
      await join(one, { token: await one.host() }),
      await join(two, { token: await two.host() }),
    ] as const;
    const viewers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => join(index % 2 === 0 ? one : two)),
    );
    const { pollId, optionIds } = await hosts[0].run('poll:create', { question: '?', options: ['甲', '乙'] });
    await hosts[0].run('poll:open', { pollId });
    const said = viewers.map((viewer, index) =>
      viewer.run('comment:post', { text: index % 4 === 0 ? `敏感${index}` : `第${index}条` }),
    );
    const voted = viewers.map((viewer, index) =>
      viewer.run('poll:vote', { pollId, optionIds: optionIds.slice(index % 2, (index % 2) + 1) }),
    );
    const taken = hosts.flatMap((host) =>
      (['wall', 'counter', 'idle'] as const).map((scene) => host.run('stage:take', { scene })),
    );
    const [first, second] = await Promise.all(said);
    await Promise.all([...voted, ...taken]);
    await hosts[1].run('comment:hide', { commentId: second!.id });
    expect(first?.shown).toBe(false);
    const { length } = viewers;
    for (const client of [...hosts, ...viewers]) {
      await client.until('the tally', ({ state }) => state.gauges.tallies[pollId]?.ballots === length);
      await client.until('the viewers', ({ state }) => state.gauges.viewers.unique === length);
      await client.until('the parts', ({ state }) => state.gauges.viewers.participations === 2 * length);
      await client.until('quiet', ({ state }) => state.gauges.flow.perSecond === 0);
    }
    expect(known(hosts[1])).toEqual(known(hosts[0]));
    for (const viewer of viewers) expect(known(viewer)).toEqual(known(viewers[0]!));
    for (const options of [{}, { token: await one.host() }]) {
      const asked = [one, two].map(async (app) => (await app.get('/api/v1/events/show', options)).json());
      const [here, there] = (await Promise.all(asked)) as [Known, Known];
      expect(known(there)).toEqual(known(here));
    }
    for (const client of [...hosts, ...viewers]) await client[Symbol.asyncDispose]();
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
    const there: Client = await join(other);
    await here.until('two', ({ state }) => state.gauges.viewers.online === 2);
    await there.run('comment:post', { text: '先走一步' });
    await here.until('the comment', ({ texts }) => texts[0] === '先走一步');
    await other.end('SIGKILL');
    there.socket.disconnect();
    await here.until('one is left', ({ state }) => state.gauges.viewers.online === 1);
    await using moved = await join(one, { token: there.welcome.token });
    expect(moved.welcome.you.id).toBe(there.welcome.you.id);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdClock, startTestApp, type TestApp } from './app.ts';
import { describeNodes, startNodes } from './nodes.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { gather, join, refused } from './sockets.ts';

/** Comments that wait, one author each. */
async function waiting(app: TestApp, count: number) {
  await app.run('event:configure', { comments: { mode: 'pre' } });
  await using authors = gather(await Promise.all(Array.from({ length: count }, () => join(app))));
  const ids = await Promise.all(
    authors.map(async (author, index) => (await author.run('comment:post', { text: `第${index}条` })).id),
  );
  return ids; // before the authors leave
}

describe('the queue is dealt out', () => {
  test('what one moderator has in hand, another is neither dealt nor may decide', async () => {
    await using app = await startTestApp();
    const ids = await waiting(app, 4);
    const [first = '', second = '', , last] = ids;
    await using one = await join(app, { token: await app.moderator() });
    await using two = await join(app, { token: await app.moderator() });
    const mine = await one.run('comment:claim', { commentIds: ids.slice(0, 3) });
    const theirs = await two.run('comment:claim', { commentIds: ids });
    expect([mine.commentIds, theirs.commentIds]).toEqual([ids.slice(0, 3), ids.slice(3)]);
    await two.until('who has which', ({ state }) => state.desk.claims.length === 4);
    expect(two.state.desk.claims[0]).toMatchObject({ commentId: first, by: one.welcome.you.id });
    expect(await two.send('comment:approve', { commentId: first })).toEqual(refused('CONFLICT'));
    await one.run('comment:approve', { commentId: first });
    await one.run('comment:release', {});
    await two.run('comment:approve', { commentId: second });
    await two.until('two are left', ({ state }) => state.desk.held.length === 2);
    expect(two.state.desk.claims.map(({ commentId }) => commentId)).toEqual([last]);
    expect(two.state.desk.waitsMs).toHaveLength(2);
  });

  test('what is left lying is dealt to others after a while, by the server’s clock', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    const [id = ''] = await waiting(app, 1);
    await using one = await join(app, { token: await app.moderator() });
    await using two = await join(app, { token: await app.moderator() });
    const { until } = await one.run('comment:claim', { commentIds: [id] });
    clock.advance(until - clock.now() - 1);
    expect(await two.run('comment:claim', { commentIds: [id] })).toMatchObject({ commentIds: [] });
    clock.advance(1);
    expect(await two.run('comment:claim', { commentIds: [id] })).toMatchObject({ commentIds: [id] });
    expect(await one.send('comment:reject', { commentId: id })).toEqual(refused('CONFLICT'));
  });

  test('a decision can be undone: the comment waits again, and is seen no more', async () => {
    await using app = await startTestApp();
    const [yes = '', no = ''] = await waiting(app, 2);
    await using desk = await join(app, { token: await app.moderator() });
    await using viewer = await join(app);
    await desk.run('comment:approve', { commentId: yes });
    await desk.run('comment:reject', { commentId: no });
    await viewer.until('it is shown', ({ texts }) => texts.length === 1);
    for (const commentId of [yes, no]) await desk.run('comment:hold', { commentId });
    await desk.until('both wait', ({ state }) => state.desk.held.length === 2);
    await viewer.until('it is gone', ({ texts }) => texts.length === 0);
    await desk.run('comment:approve', { commentId: yes });
    await viewer.until('it is back', ({ texts }) => texts.length === 1);
    expect(viewer.texts).toEqual(['第0条']);
  });

  test('who did what stands on the desk, and nowhere else', async () => {
    await using app = await startTestApp();
    const [id = ''] = await waiting(app, 1);
    await using desk = await join(app, { token: await app.moderator() });
    await using host = await join(app, { token: await app.host() });
    await using viewer = await join(app);
    await desk.run('comment:approve', { commentId: id });
    await host.run('event:configure', { comments: { open: false } });
    await host.until('both acts', ({ state }) => state.desk.acts.some(({ about }) => about === 'open no'));
    const [approved, paused] = host.state.desk.acts.slice(-2);
    expect(approved).toMatchObject({ by: desk.welcome.you.id, type: 'comment:approved', about: '第0条' });
    expect(paused).toMatchObject({ by: host.welcome.you.id, about: 'open no' });
    await viewer.until('the pause', ({ state }) => !state.event.comments.open);
    expect(viewer.state.desk.acts).toEqual([]);
    expect(JSON.stringify(viewer.state)).not.toContain(host.welcome.you.id);
    await using late = await join(app, { token: await app.host() });
    expect(late.state.desk.acts).toEqual(host.state.desk.acts);
  });
});

let redis: TestRedis;

describeNodes('the queue on two nodes', () => {
  beforeAll(async () => void (redis = await startRedis()));
  afterAll(() => redis.stop());

  test('two moderators who ask at the same moment share the rows between them', async () => {
    await using nodes = await startNodes(redis);
    const ids = await waiting(nodes.one, 6);
    await using one = await join(nodes.one, { token: await nodes.one.moderator() });
    await using two = await join(nodes.two, { token: await nodes.two.moderator() });
    for (let round = 0; round < 5; round += 1) {
      const [mine, theirs] = await Promise.all([
        one.run('comment:claim', { commentIds: ids }),
        two.run('comment:claim', { commentIds: ids }),
      ]);
      expect([...mine.commentIds, ...theirs.commentIds].toSorted()).toEqual(ids.toSorted());
      await Promise.all([one.run('comment:release', {}), two.run('comment:release', {})]);
    }
  });
});

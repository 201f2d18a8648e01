import { describe, expect, test } from 'vitest';
import { holdClock, openFolder, startTestApp, type TestApp } from './app.ts';
import { draftPoll, openPoll, type TestPoll } from './ballots.ts';
import { type Client, join, joinMany } from './sockets.ts';
import { startProcess } from './process.ts';

/** What must be the same after a restart: all but who is online just now, and how fast comments came. */
const lasting = ({ state, revision, epoch }: Client): object => {
  const { viewers, reactions, tallies } = state.gauges;
  const { comments, ballots, reactionBatches, participations } = viewers;
  const gauges = { comments, ballots, reactionBatches, participations, reactions, tallies };
  return { ...state, gauges, revision, epoch };
};

type Played = { token: string; commentId: string; open: TestPoll };

/** A bit of everything: comments in each status, polls in each, a mute, a pin, a scene, a rundown. */
async function play(app: TestApp): Promise<Played> {
  await using viewer = await join(app);
  await using host = await join(app, { token: await app.host() });
  const { id: commentId } = await viewer.run('comment:post', { text: '留下', commandId: 'kept' });
  const hidden = await host.run('comment:post', { text: '撤下' });
  await host.run('comment:hide', { commentId: hidden.id });
  await host.run('comment:pin', { commentId });
  await host.run('words:set', { block: ['敏感'] });
  await viewer.run('comment:post', { text: '敏感词' });
  await host.run('viewer:mute', { viewerId: 'v999', seconds: 3600 });
  await host.run('rundown:set', { items: [{ title: '开场' }, { title: '尾声' }] });
  await host.run('rundown:go', {});
  await draftPoll(app);
  const [open, closed] = [await openPoll(app), await openPoll(app)];
  const revealed = await openPoll(app, { results: 'hidden' });
  for (const { vote } of [open, closed, revealed]) await viewer.run('poll:vote', vote(1));
  for (const { pollId } of [closed, revealed]) await host.run('poll:close', { pollId });
  await host.run('poll:reveal', { pollId: revealed.pollId });
  await viewer.run('reaction:send', { kind: 'flower', count: 9 });
  await host.run('stage:take', { scene: 'announcement', text: '休息' });
  await app.measure();
  return { token: viewer.welcome.token, commentId, open };
}

/** What the public and the desk know, once all is counted. */
async function audiences(app: TestApp): Promise<object[]> {
  const known: object[] = [];
  for (const token of [await app.token('viewer'), await app.host()]) {
    await using client = await join(app, { token });
    await client.until('the figures', ({ state }) => state.gauges.viewers.participations === 7);
    await client.until('the tallies', ({ state }) => {
      const tallies = Object.values(state.gauges.tallies);
      return tallies.length === 3 && tallies.every(({ ballots }) => ballots === 1);
    });
    known.push(lasting(client));
  }
  return known;
}

describe('a node that comes back', () => {
  test('to its data: what was acknowledged is there, and every audience has the state it had', async () => {
    await using folder = await openFolder();
    const first = await startTestApp({ folder: folder.path });
    const { token, commentId, open } = await play(first);
    const before = await audiences(first);
    await first.close();
    await using app = await startTestApp({ folder: folder.path });
    expect(await audiences(app)).toEqual(before);

    await using viewer = await join(app, { token });
    expect(viewer.welcome.you.ballots).toMatchObject({ [open.pollId]: open.vote(1).optionIds });
    expect(await viewer.run('comment:post', { text: '留下', commandId: 'kept' })).toMatchObject({
      id: commentId,
    });
    expect(await viewer.run('poll:vote', open.vote(1))).toMatchObject({ repeat: true });
    await using stranger = await join(app);
    expect(stranger.welcome.you.number).toBeGreaterThan(viewer.welcome.you.number ?? 0);
  });

  test('B6 a poll whose time came while nobody ran it is closed when it is back', async () => {
    await using folder = await openFolder();
    const clock = holdClock();
    const first = await startTestApp({ folder: folder.path, clock });
    const { vote } = await openPoll(first, { closesAfterSeconds: 60 });
    await first.close();
    clock.advance(60_000);
    await using app = await startTestApp({ folder: folder.path, clock });
    await using viewer = await join(app);
    expect(await viewer.send('poll:vote', vote(0))).toMatchObject({ ok: false, error: { code: 'CLOSED' } });
    await viewer.until('closed', ({ state }) => state.polls[0]?.status === 'closed');
  });

  test('A6 killed in the middle of the show: no acknowledged comment is missing', async () => {
    await using folder = await openFolder();
    await (await startTestApp({ folder: folder.path })).close();
    await using server = await startProcess({ XINLI_DATA: folder.path });
    await using viewers = await joinMany(server, 20);
    const posts = viewers.map(async (viewer, index) => {
      const ack = await viewer.send('comment:post', { text: `第${index}条` }).catch(() => null);
      return ack?.ok ? [ack.data.id] : [];
    });
    await Promise.race(posts);
    await server.end('SIGKILL');
    for (const viewer of viewers) viewer.socket.disconnect();
    const kept = (await Promise.all(posts)).flat();
    await using app = await startTestApp({ folder: folder.path });
    const stored = await app.store.listComments(app.slug, { order: 'oldest', limit: 100 });
    expect(kept).not.toHaveLength(0);
    expect(stored.map(({ comment }) => comment.id)).toEqual(expect.arrayContaining(kept));
  });
});

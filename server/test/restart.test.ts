import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';
import { startProcess } from './process.ts';
import { joinRaw } from './raw.ts';
import { type Client, join } from './sockets.ts';

/** A data folder that outlives the server, for one test. */
async function openFolder() {
  const path = await mkdtemp(joinPath(tmpdir(), 'xinli-test-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** What must be the same after a restart: all but who is online just now, and how fast comments came. */
const lasting = ({ state, revision, epoch }: Client): object => {
  const { viewers, reactions, tallies } = state.gauges;
  const { comments, ballots, reactionBatches, participations } = viewers;
  const gauges = { comments, ballots, reactionBatches, participations, reactions, tallies };
  return { ...state, gauges, revision, epoch };
};

/** A bit of everything: comments in each status, polls in each, a mute, a pin, a scene, a rundown. */
async function play(app: TestApp): Promise<{ token: string; commentId: string }> {
  await using viewer = await join(app);
  await using host = await join(app, { token: await app.host() });
  const { id } = await viewer.run('comment:post', { text: '留下', commandId: 'kept' });
  const { id: hidden } = await host.run('comment:post', { text: '撤下' });
  await host.run('comment:hide', { commentId: hidden });
  await host.run('comment:pin', { commentId: id });
  await host.run('words:set', { block: ['敏感'] });
  await viewer.run('comment:post', { text: '敏感词' });
  await host.run('viewer:mute', { viewerId: 'v999' as never, seconds: 3600 });
  await host.run('rundown:set', { items: [{ title: '开场' }, { title: '尾声' }] });
  await host.run('rundown:go', {});
  for (const [index, status] of ['draft', 'open', 'closed', 'revealed'].entries()) {
    const { pollId, optionIds } = await host.run('poll:create', { question: status, options: ['甲', '乙'] });
    if (index >= 1) await host.run('poll:open', { pollId });
    if (index >= 1) await viewer.run('poll:vote', { pollId, optionIds: optionIds.slice(1) });
    if (index >= 2) await host.run('poll:close', { pollId });
    if (index >= 3) await host.run('poll:reveal', { pollId });
  }
  await viewer.run('reaction:send', { kind: 'flower', count: 9 });
  await host.run('stage:take', { scene: 'announcement', text: '休息' });
  await host.until('all counted', ({ state }) => state.gauges.viewers.participations === 3 + 3 + 1);
  return { token: viewer.welcome.token, commentId: id };
}

describe('a node that comes back', () => {
  test('to its data: what was acknowledged is there, and every audience has the state it had', async () => {
    await using folder = await openFolder();
    const before: object[] = [];
    const audiences = async (app: TestApp): Promise<object[]> => {
      await using viewer = await join(app);
      await using host = await join(app, { token: await app.host() });
      const settled = ({ state }: Client) =>
        state.gauges.viewers.participations === 7 && Object.keys(state.gauges.tallies).length === 3;
      for (const client of [viewer, host]) await client.until('the figures', settled);
      return [lasting(viewer), lasting(host)];
    };
    let played = { token: '', commentId: '' };
    {
      await using app = await startTestApp({ folder: folder.path });
      played = await play(app);
      before.push(...(await audiences(app)));
    }
    await using app = await startTestApp({ folder: folder.path });
    expect(await audiences(app)).toEqual(before);

    await using viewer = await join(app, { token: played.token });
    expect(Object.keys(viewer.welcome.you.ballots)).toHaveLength(3);
    const again = await viewer.run('comment:post', { text: '留下', commandId: 'kept' });
    expect(again.id).toBe(played.commentId);
    const open = viewer.state.polls.find(({ status }) => status === 'open');
    const optionIds = viewer.welcome.you.ballots[open!.id] ?? [];
    expect(await viewer.run('poll:vote', { pollId: open!.id, optionIds })).toMatchObject({ repeat: true });
    await using stranger = await join(app);
    expect(stranger.welcome.you.number).toBeGreaterThan(viewer.welcome.you.number ?? 0);
  });

  test('B6 a poll whose time came while nobody ran it is closed when it is back', async () => {
    await using folder = await openFolder();
    let now = Date.now();
    const clock = { now: () => now };
    {
      await using app = await startTestApp({ folder: folder.path, clock });
      const { pollId } = await app.run('poll:create', {
        question: '?',
        options: ['甲', '乙'],
        closesAfterSeconds: 60,
      });
      await app.run('poll:open', { pollId });
    }
    now += 61_000;
    await using app = await startTestApp({ folder: folder.path, clock });
    await using viewer = await join(app);
    await viewer.until('closed', ({ state }) => state.polls[0]?.status === 'closed');
  });

  test('A6 killed in the middle of the show: no acknowledged comment is missing', async () => {
    await using folder = await openFolder();
    const kept: string[] = [];
    {
      await (await startTestApp({ folder: folder.path })).close();
      await using server = await startProcess({ XINLI_DATA: folder.path });
      const viewers = await Promise.all(Array.from({ length: 20 }, () => join(server)));
      const posts = viewers.map(async (viewer, index) => {
        const ack = await viewer.send('comment:post', { text: `第${index}条` }).catch(() => null);
        if (ack?.ok) kept.push(ack.data.id);
      });
      await Promise.race(posts);
      await server.end('SIGKILL');
      for (const viewer of viewers) viewer.socket.disconnect();
      await Promise.allSettled(posts);
    }
    await using app = await startTestApp({ folder: folder.path });
    const stored = (await app.store.listComments(app.slug, { order: 'oldest', limit: 100 })).map(
      ({ comment }) => comment.id as string,
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter((id) => !stored.includes(id))).toEqual([]);
  });

  test('a terminated process moves its viewers, ends with 0, and leaves its data whole', async () => {
    await using folder = await openFolder();
    await (await startTestApp({ folder: folder.path })).close();
    await using server = await startProcess({ XINLI_DATA: folder.path, XINLI_DRAIN_SECONDS: '1' });
    const viewer = await join(server);
    const { id } = await viewer.run('comment:post', { text: '最后一句' });
    const ended = server.end('SIGTERM');
    await viewer.until('asked', ({ heard }) => heard.includes('moving'));
    expect(await viewer.until('closed', ({ lost }) => lost)).toBe('transport close');
    expect(await ended).toBe(0);
    await using app = await startTestApp({ folder: folder.path });
    await using back = await join(app, { token: viewer.welcome.token });
    expect(back.state.comments.map((comment) => comment.id)).toEqual([id]);
  });
});

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

describe('a node that stops', () => {
  test('asks everyone to come back, goes on answering, and closes so that they do', async () => {
    await using app = await startTestApp();
    const viewers = await Promise.all(Array.from({ length: 5 }, () => join(app)));
    const [first] = viewers as [Client];
    const stopping = app.close(1);
    for (const viewer of viewers) await viewer.until('asked', ({ heard }) => heard.includes('moving'));
    await expect(join(app)).rejects.toThrow('UNAVAILABLE');
    expect((await app.get('/readyz')).status).toBe(503);
    expect((await app.get('/healthz')).status).toBe(200);
    const open = viewers.find(({ lost }) => lost === null) ?? first;
    const sent = open.send('reaction:send', { kind: 'like', count: 1 }).catch((error: unknown) => error);
    for (const viewer of viewers)
      expect(await viewer.until('closed', ({ lost }) => lost)).toBe('transport close');
    await stopping;
    await sent;
  });

  test('is not held up by a connection that says nothing, nor by one that does not say goodbye', async () => {
    await using app = await startTestApp();
    await using raw = await joinRaw(app);
    raw.tcp.pause();
    const idle = connect(app.port, '127.0.0.1');
    await once(idle, 'connect');
    const half = connect(app.port, '127.0.0.1', () => half.write('GET / HT'));
    await once(half, 'connect');
    const gone = Promise.all(
      [idle, half].map((tcp) => once(tcp.on('error', () => undefined).resume(), 'close')),
    );
    await app.close();
    await gone;
    raw.tcp.resume();
    await raw.closed();
  });

  test('stops twice as well as once', async () => {
    await using app = await startTestApp();
    await Promise.all([app.close(), app.close()]);
  });
});

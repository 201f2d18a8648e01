import { describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { startTestApp, type TestApp } from './app.ts';
import { type Client, join } from './sockets.ts';
import { until } from './until.ts';

const close = async (clients: readonly Client[]): Promise<void> => {
  for (const client of clients) await client[Symbol.asyncDispose]();
};

/** What an audience knows and where it stands: what must be the same for all of it. */
const known = ({ state, revision, epoch }: Client) => ({ state, revision, epoch });

/** All of an audience, once everyone has heard the end and no counter moves. */
async function expectSame(clients: readonly [Client, ...Client[]]): Promise<void> {
  const [reference] = clients;
  for (const client of clients)
    await client.until('the end', ({ state }) => state.stage.scene === 'announcement');
  await until(
    'the same counters',
    () => new Set(clients.map(({ state }) => JSON.stringify(state.gauges))).size === 1,
  );
  for (const client of clients) expect(known(client)).toEqual(known(reference));
}

/** Hosts who talk and change scenes all at once, viewers who comment, and joiners who come in between. */
async function flood(app: TestApp, joiners: () => Promise<Client>): Promise<Client[]> {
  const hosts = await Promise.all(
    Array.from({ length: 4 }, async () => join(app, { token: await app.host() })),
  );
  const viewers = await Promise.all(Array.from({ length: 20 }, () => join(app)));
  const joined: Promise<Client>[] = [];
  for (let round = 0; round < 8; round += 1) {
    const said = hosts.map((host, index) => host.run('comment:post', { text: `第${round}轮之${index}` }));
    const taken = hosts.map((host, index) =>
      host.run('stage:take', { scene: index % 2 === 0 ? 'wall' : 'counter' }),
    );
    const posted = viewers
      .filter((_, index) => index % 8 === round)
      .map((viewer) => viewer.run('comment:post', { text: `观众说${round}` }));
    joined.push(joiners());
    const [first] = await Promise.all(said);
    joined.push(joiners());
    await Promise.all([...taken, ...posted]);
    if (round % 2 === 0 && first !== undefined) await hosts[0]?.run('comment:hide', { commentId: first.id });
  }
  await hosts[0]?.run('stage:take', { scene: 'announcement', text: '完' });
  await close([...hosts, ...viewers]);
  return Promise.all(joined);
}

describe('the handshake', () => {
  test('is answered with the welcome, then the snapshot, then frames without a gap', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    const { protocol, you, token, serverTime } = viewer.welcome;
    expect(protocol).toBe(PROTOCOL_VERSION);
    expect(you).toEqual({
      id: `v${you.number}`,
      role: 'viewer',
      name: '',
      number: you.number,
      ballots: {},
      mutedUntil: null,
    });
    expect(Math.abs(Date.now() - serverTime)).toBeLessThan(60_000);
    for (const scene of ['wall', 'counter', 'idle'] as const) await app.run('stage:take', { scene });
    await viewer.until('three facts', ({ revision, snapshot }) => revision === snapshot.revision + 3);
    expect(viewer.heard.slice(0, 3)).toEqual(['welcome', 'snapshot', 'frame']);
    await using again = await join(app, { token });
    expect(again.welcome.you.id).toBe(you.id);
    expect(again.welcome.token).toBe(token);
  });

  test('a frame says the server’s time of its oldest item, first of all', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    const before = Date.now();
    await viewer.run('comment:post', { text: '几点了' });
    await viewer.until('the comment', ({ texts }) => texts.length === 1);
    const frame = viewer.frames.find(({ comments }) => comments.length > 0);
    expect(Object.keys(frame ?? {})[0]).toBe('t');
    expect(frame?.t).toBe(frame?.comments[0]?.at);
    expect(frame?.t).toBeGreaterThanOrEqual(before);
  });

  test('an event that is not there, a slug that is none and a role without a token are refused', async () => {
    await using app = await startTestApp();
    await expect(join(app, { event: 'nowhere' })).rejects.toThrow('NOT_FOUND');
    for (const event of ['', '../show', 'Show', '__proto__', 'x'.repeat(41)]) {
      await expect(join(app, { event })).rejects.toThrow('INVALID');
    }
    for (const role of ['host', 'admin', 'moderator', 'judge'])
      await expect(join(app, { role })).rejects.toThrow('FORBIDDEN');
    await expect(join(app, { role: 'emperor' })).rejects.toThrow('INVALID');
  });

  test('the role is the token’s, whatever the handshake says', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using claimed = await join(app, { token: viewer.welcome.token, role: 'host' });
    expect(claimed.welcome.you.role).toBe('viewer');
    expect(claimed.state.desk).toEqual({ held: [], hidden: [], mutes: [], words: { block: [], allow: [] } });
  });
});

describe('A2 one state for one audience', () => {
  test('who joins in the middle of a flood ends with the state of who was there all along', async () => {
    await using app = await startTestApp();
    await using first = await join(app);
    await using stage = await join(app, { role: 'screen' });
    const joined = await flood(app, () => join(app));
    await using last = await join(app);
    await expectSame([last, first, stage, ...joined]);
    expect(last.state.comments.length).toBeGreaterThan(20);
    await close(joined);
  });

  test('the same on the desk, with held and hidden comments', async () => {
    await using app = await startTestApp();
    await app.run('words:set', { block: ['观众'] });
    const token = await app.moderator();
    await using first = await join(app, { token });
    const joined = await flood(app, async () => join(app, { token: await app.moderator() }));
    await using last = await join(app, { token });
    await expectSame([last, first, ...joined]);
    expect(last.state.desk.held).toHaveLength(20);
    expect(last.state.desk.hidden).toHaveLength(4);
    await close(joined);
  });

  test('above the readable rate everyone sees the same fair sample, and the host always', async () => {
    await using app = await startTestApp();
    await app.run('event:configure', { comments: { displayPerSecond: 5 } });
    const viewers = await Promise.all(Array.from({ length: 40 }, () => join(app)));
    await using host = await join(app, { token: await app.host() });
    const flow = viewers[0]!.until('told of the share', ({ state }) => state.gauges.flow.oneIn > 1);
    await Promise.all(viewers.map((viewer, index) => viewer.run('comment:post', { text: `第${index}条` })));
    await host.run('comment:post', { text: '主持人在此' });
    for (const viewer of viewers) await viewer.until('the host', ({ texts }) => texts.includes('主持人在此'));
    const seen = viewers[0]!.texts;
    expect(seen.length).toBeLessThan(40);
    for (const viewer of viewers) expect(viewer.texts).toEqual(seen);
    await flow;
    const { length } = await app.store.listComments(app.slug, { order: 'oldest', limit: 100 });
    expect(length).toBe(41);
    await close(viewers);
  });
});

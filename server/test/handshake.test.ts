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

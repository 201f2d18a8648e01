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

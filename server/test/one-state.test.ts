import { describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';
import { type Client, gather, join, joinMany } from './sockets.ts';
import { until } from './until.ts';

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
async function flood(app: TestApp, joiner: () => Promise<Client>): Promise<Client[]> {
  const token = await app.host();
  await using hosts = await joinMany(app, 4, { token });
  await using viewers = await joinMany(app, 20);
  const joined: Promise<Client>[] = [];
  for (let round = 0; round < 8; round += 1) {
    const said = hosts[0].run('comment:post', { text: `第${round}轮` });
    const taken = hosts.map((host, index) =>
      host.run('stage:take', { scene: index % 2 === 0 ? 'wall' : 'counter' }),
    );
    const talkers = viewers.filter((_, index) => index % 8 === round);
    const posted = talkers.map((viewer) => viewer.run('comment:post', { text: `观众说${round}` }));
    joined.push(joiner());
    const { id: commentId } = await said;
    joined.push(joiner());
    await Promise.all([...taken, ...posted]);
    if (round % 2 === 0) await hosts[1].run('comment:hide', { commentId });
  }
  await hosts[0].run('stage:take', { scene: 'announcement', text: '完' });
  return Promise.all(joined);
}

describe('A2 one state for one audience', () => {
  test('who joins in the middle of a flood ends with the state of who was there all along', async () => {
    await using app = await startTestApp();
    await using first = await join(app);
    await using stage = await join(app, { role: 'screen' });
    await using joined = gather(await flood(app, () => join(app)));
    await using last = await join(app);
    await expectSame([last, first, stage, ...joined]);
    expect(last.texts).toHaveLength(4 + 20);
  });

  test('for whom it is deflated and for whom it is not', async () => {
    await using app = await startTestApp();
    await using plain = await join(app, { deflate: 0 });
    await using _others = await joinMany(app, 30);
    await using deflated = await join(app);
    const forms = new Map<Client, Set<string>>();
    for (const client of [plain, deflated]) {
      const seen = new Set<string>();
      forms.set(client, seen);
      client.socket.onAny(
        (name: string, sent: unknown) =>
          name === 'frame' && seen.add(ArrayBuffer.isView(sent) ? 'bytes' : 'text'),
      );
    }
    await using joined = gather(await flood(app, () => join(app)));
    await expectSame([plain, deflated, ...joined]);
    expect(forms.get(plain)).toEqual(new Set(['text']));
    expect(forms.get(deflated)).toContain('bytes');
  });

  test('the same on the desk, with held and hidden comments', async () => {
    await using app = await startTestApp();
    await app.run('words:set', { block: ['观众'] });
    const token = await app.moderator();
    await using first = await join(app, { token });
    await using joined = gather(await flood(app, async () => join(app, { token: await app.moderator() })));
    await using last = await join(app, { token });
    await expectSame([last, first, ...joined]);
    expect(last.state.desk.held).toHaveLength(20);
    expect(last.state.desk.hidden).toHaveLength(4);
  });

  test('above the readable rate everyone sees the same fair sample, and the host always', async () => {
    await using app = await startTestApp();
    await app.run('event:configure', { comments: { displayPerSecond: 5 } });
    await using viewers = await joinMany(app, 40);
    await using host = await join(app, { token: await app.host() });
    const share = viewers[0].until('told of the share', ({ state }) => state.gauges.flow.oneIn > 1);
    await Promise.all(viewers.map((viewer, index) => viewer.run('comment:post', { text: `第${index}条` })));
    await host.run('comment:post', { text: '主持人在此' });
    for (const viewer of viewers) await viewer.until('the host', ({ texts }) => texts.includes('主持人在此'));
    const seen = viewers[0].texts;
    expect(seen.length).toBeLessThan(40);
    expect(viewers.map(({ texts }) => texts)).toEqual(viewers.map(() => seen));
    await share;
    expect(await app.store.listComments(app.slug, { order: 'oldest', limit: 100 })).toHaveLength(41);
  });
});

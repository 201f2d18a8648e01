import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAIN_SCREEN, sceneOf, screenOf } from '#shared/rules/screens.ts';
import type { ScreenName } from '#shared/model/ids.ts';
import { startTestApp } from './app.ts';
import { draftPoll } from './ballots.ts';
import { describeNodes, startNodes } from './nodes.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { type Client, join, refused } from './sockets.ts';

const side = 'side' as ScreenName;
const seenOn = (client: Client, screen: ScreenName): string => sceneOf(client.state, screen).scene;

describe('several screens', () => {
  test('a screen goes with the main one until a scene is taken for it, and again when it is told to', async () => {
    await using app = await startTestApp();
    await using stage = await join(app, { role: 'screen' });
    const both = (): string[] => [seenOn(stage, MAIN_SCREEN), seenOn(stage, side)];
    await app.run('stage:take', { scene: 'wall' });
    await stage.until('the wall', () => both().join() === 'wall,wall');
    await app.run('stage:take', { scene: 'counter', screen: 'side' });
    await stage.until('the counter', () => both().join() === 'wall,counter');
    await app.run('stage:take', { scene: 'idle', screen: 'main' });
    await stage.until('the main one', () => both().join() === 'idle,counter');
    await app.run('screen:configure', { screen: 'side', followsMain: true, label: '侧屏' });
    await stage.until('together', () => both().join() === 'idle,idle');
    await using late = await join(app, { role: 'screen' });
    expect(late.state.screens).toEqual({
      side: { label: '侧屏', scene: null, frozen: null, isBlank: false },
    });
  });

  test('a frozen screen holds its picture, and shows what was taken behind it when it thaws', async () => {
    await using app = await startTestApp();
    await using stage = await join(app, { role: 'screen' });
    await app.run('stage:take', { scene: 'wall' });
    await app.run('screen:configure', { screen: 'main', isFrozen: true });
    await app.run('screen:configure', { screen: 'main', isFrozen: true });
    await app.run('stage:take', { scene: 'counter' });
    await stage.until('the taking', ({ state }) => state.stage.scene === 'counter');
    expect(seenOn(stage, MAIN_SCREEN)).toBe('wall');
    await app.run('screen:configure', { isFrozen: false });
    await stage.until('the thaw', () => seenOn(stage, MAIN_SCREEN) === 'counter');
  });

  test('without a name every screen is blanked, and each comes back as it was', async () => {
    await using app = await startTestApp();
    await using stage = await join(app, { role: 'screen' });
    await app.run('stage:take', { scene: 'wall', screen: 'side' });
    await app.run('screen:configure', { isBlank: true });
    const areBlank = (): boolean[] => [MAIN_SCREEN, side].map((name) => screenOf(stage.state, name).isBlank);
    await stage.until('black', () => areBlank().every(Boolean));
    await app.run('screen:configure', { screen: 'side', isBlank: false });
    await stage.until('the side', () => areBlank().join() === 'true,false');
    expect(seenOn(stage, side)).toBe('wall');
  });

  test('are few, have plain names, and the main one stays', async () => {
    await using app = await startTestApp();
    await using host = await join(app, { token: await app.host() });
    for (let index = 0; index < 8; index += 1)
      await host.run('screen:configure', { screen: `s${index}`, label: '屏' });
    expect(await host.send('stage:take', { scene: 'wall', screen: 's8' })).toEqual(refused('CLOSED'));
    for (const screen of ['', 'Main', '../x', 'a b', 'x'.repeat(25)])
      expect(await host.send('screen:configure', { screen })).toEqual(refused('INVALID'));
    expect(await host.send('screen:remove', { screen: 'main' })).toEqual(refused('INVALID'));
    expect(await host.send('screen:configure', { screen: 'main', followsMain: true })).toEqual(
      refused('INVALID'),
    );
    await host.run('screen:remove', { screen: 's0' });
    await host.until('one less', ({ state }) => Object.keys(state.screens).length === 7);
  });
});

describe('a link for a screen', () => {
  test('reads before the event is announced, and reaches nobody but the desk', async () => {
    await using app = await startTestApp();
    await app.create('soon', { status: 'draft' });
    await expect(join(app, { event: 'soon', role: 'screen' })).rejects.toThrow('NOT_FOUND');
    const { token, link } = await app.run('screen:link', { screen: 'main' }, 'soon');
    await using stage = await join(app, { event: 'soon', token });
    expect(stage.welcome.you).toMatchObject({ id: link.id, role: 'screen', number: null });
    expect(stage.state.desk.screenLinks).toEqual([]);
    await using host = await join(app, { event: 'soon', token: await app.token('host', {}, 'soon') });
    expect(host.state.desk.screenLinks).toEqual([link]);
    expect(await stage.send('stage:step', { action: 'next' })).toEqual(refused('FORBIDDEN'));
    expect(await stage.send('stage:take', { scene: 'wall' })).toEqual(refused('FORBIDDEN'));
  });

  test('with the right to, a clicker goes through the rundown, and reveals what is on its screen', async () => {
    await using app = await startTestApp();
    await app.run('rundown:set', { items: ['开场', '合唱', '尾声'].map((title) => ({ title })) });
    const { token } = await app.run('screen:link', { screen: 'main', mayStep: true });
    await using stage = await join(app, { token });
    expect(stage.welcome.you.mayStep).toBe(true);
    const statuses = (): string => stage.state.rundown.map(({ status }) => status).join();
    for (const action of ['next', 'next', 'previous'] as const) await stage.run('stage:step', { action });
    await stage.until('back at the first', () => statuses() === 'live,done,planned');
    expect(await stage.send('stage:step', { action: 'previous' })).toEqual(refused('CLOSED'));
    expect(await stage.send('stage:step', { action: 'reveal' })).toEqual(refused('CLOSED'));

    const { pollId } = await draftPoll(app);
    await app.run('poll:open', { pollId });
    await app.run('stage:take', { scene: 'poll', pollId });
    expect(await stage.send('stage:step', { action: 'reveal' })).toEqual(refused('CLOSED'));
    await app.run('poll:close', { pollId });
    expect(await stage.run('stage:step', { action: 'reveal' })).toEqual({ did: 'poll' });
    await stage.until('the result', ({ state }) => state.polls[0]?.status === 'revealed');
  });

  test('is void once it is taken back, and so are those of a screen that is gone', async () => {
    await using app = await startTestApp();
    const { token, link } = await app.run('screen:link', { screen: 'main', mayStep: true });
    await using stage = await join(app, { token });
    const gone = new Promise((resolve) => void stage.socket.once('disconnect', resolve));
    await app.run('screen:revoke', { linkId: link.id });
    expect(await gone).toBe('io server disconnect');
    await expect(join(app, { token })).rejects.toThrow('FORBIDDEN');
    expect(await app.command(token, 'stage:step', { action: 'next' })).toEqual(refused('FORBIDDEN'));

    await app.run('stage:take', { scene: 'wall', screen: 'side' });
    const other = await app.run('screen:link', { screen: 'side' });
    await app.run('screen:remove', { screen: 'side' });
    await expect(join(app, { token: other.token })).rejects.toThrow('FORBIDDEN');
    await expect(app.run('screen:link', { screen: 'side' })).rejects.toThrow('INVALID');
  });
});

describe('which stage pages are connected', () => {
  const led = { id: 'led-wall-1', screen: 'main', overlay: null };
  const pagesOf = (client: Client) => Object.entries(client.state.gauges.screenPages);

  test('the desk sees them come and go, and nobody else hears of it', async () => {
    await using app = await startTestApp();
    await using desk = await join(app, { token: await app.host() });
    await using viewer = await join(app, { page: { ...led, id: 'no-screen-at-all' } });
    const before = await app.store.readLog('show' as never, 0);
    const stage = await join(app, { role: 'screen', page: led });
    await using ticker = await join(app, {
      role: 'screen',
      page: { id: 'obs-ticker', screen: 'side', overlay: 'ticker' },
    });
    await desk.until('both', () => pagesOf(desk).length === 2);
    expect(pagesOf(desk)).toEqual([
      ['led-wall-1', { screen: 'main', overlay: null, since: expect.any(Number), lostAt: null }],
      ['obs-ticker', { screen: 'side', overlay: 'ticker', since: expect.any(Number), lostAt: null }],
    ]);
    await stage[Symbol.asyncDispose]();
    await desk.until('the loss', ({ state }) => state.gauges.screenPages['led-wall-1']?.lostAt !== null);
    await app.run('comment:post', { text: '完了' });
    for (const other of [ticker, viewer]) {
      await other.until('the last comment', ({ state }) => state.comments.at(-1)?.text === '完了');
      expect(other.state.gauges.screenPages).toEqual({});
    }
    expect(await app.store.readLog('show' as never, 0)).toEqual(before);
  });

  test.each([
    { ...led, id: 'short' },
    { ...led, id: '<script>alert(1)</script>' },
    { ...led, screen: '../x' },
    { ...led, overlay: 'everything' },
  ])('%j is no page', async (page) => {
    await using app = await startTestApp();
    await expect(join(app, { role: 'screen', page })).rejects.toThrow('INVALID');
  });
});

describeNodes('stage pages on two nodes', () => {
  let redis: TestRedis;
  beforeAll(async () => void (redis = await startRedis()));
  afterAll(() => redis.stop());

  test('the desk on one sees those of both; a page that moves is not lost', async () => {
    await using nodes = await startNodes(redis);
    await using desk = await join(nodes.one, { token: await nodes.one.host() });
    const page = { id: 'led-wall-1', screen: 'main', overlay: null };
    const there = await join(nodes.two, { role: 'screen', page });
    const lostAt = () => desk.state.gauges.screenPages['led-wall-1']?.lostAt;
    await desk.until('it is there', () => lostAt() === null);
    await there[Symbol.asyncDispose]();
    await desk.until('it is lost', () => typeof lostAt() === 'number');
    await using here = await join(nodes.one, { role: 'screen', page });
    await desk.until('it is back', () => lostAt() === null);
    expect(here.state.gauges.screenPages).toEqual({});
  });
});

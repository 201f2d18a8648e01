import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFolder, sharedRedis, startTestApp, type TestApp } from './app.ts';
import { describeNodes, startNodes } from './nodes.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { type Client, join } from './sockets.ts';

const delay = (app: TestApp, delaySeconds: number) =>
  app.run('event:configure', { comments: { mode: 'delay', delaySeconds } });
const times = (client: Client, text: string): number => client.texts.filter((one) => one === text).length;

describe('delay', () => {
  test('the desk sees it at once with its time, everyone else when it has come, its author notices nothing', async () => {
    await using app = await startTestApp();
    await delay(app, 1);
    await using author = await join(app);
    await using other = await join(app);
    await using desk = await join(app, { token: await app.moderator() });
    const { id, shown } = await author.run('comment:post', { text: '慢一点' });
    expect(shown).toBe(true);
    const waiting = await desk.until('it is on its way', ({ state }) => state.desk.delayed[0]);
    expect(waiting).toMatchObject({ id, review: { isFirst: false } });
    expect((waiting.review?.dueAt ?? 0) - waiting.at).toBe(1_000);
    await using late = await join(app);
    expect([late.texts, other.texts]).toEqual([[], []]);
    expect(JSON.stringify(late.state)).not.toContain('慢一点');
    for (const client of [other, late, author])
      expect(await client.until('it is shown', ({ state }) => state.comments[0])).toMatchObject({ id });
    expect(other.state.comments[0]).not.toHaveProperty('review');
    expect(author.notices).toEqual([]);
    await desk.until('it is off the desk', ({ state }) => state.comments.length === 1);
    expect(desk.state.desk.delayed).toEqual([]);
  });

  test('hidden within the delay, nobody saw it; and it can be let back', async () => {
    await using app = await startTestApp();
    await delay(app, 2);
    await using author = await join(app);
    await using other = await join(app);
    await using desk = await join(app, { token: await app.moderator() });
    const { id } = await author.run('comment:post', { text: '来不及看' });
    await desk.until('it is on its way', ({ state }) => state.desk.delayed.length === 1);
    await desk.run('comment:hide', { commentId: id });
    await author.run('comment:post', { text: '后一条' });
    await other.until('what came behind it', ({ texts }) => texts.includes('后一条'));
    expect(other.texts).toEqual(['后一条']);
    await desk.until('nothing is on its way', ({ state }) => state.desk.delayed.length === 0);
    await desk.run('comment:restore', { commentId: id });
    await other.until('it is back', ({ texts }) => texts.includes('来不及看'));
  });

  test('a restart in the middle of the delay loses nothing and shows it once', async () => {
    await using folder = await openFolder();
    const first = await startTestApp({ folder: folder.path });
    await delay(first, 6);
    {
      await using author = await join(first);
      await author.run('comment:post', { text: '重启之前' });
    }
    await first.close();
    await using app = await startTestApp({ folder: folder.path });
    await using desk = await join(app, { token: await app.moderator() });
    expect(desk.state.desk.delayed.map(({ text }) => text)).toEqual(['重启之前']);
    await using viewer = await join(app);
    expect(viewer.texts).toEqual([]);
    await viewer.until('its time', ({ texts }) => texts.length > 0);
    expect(viewer.texts).toEqual(['重启之前']);
  });
});

describe('approval of first-timers', () => {
  test('the first waits, marked as one; once approved, the author speaks freely; taken back, they wait again', async () => {
    await using app = await startTestApp();
    await app.run('event:configure', { comments: { mode: 'first' } });
    await using author = await join(app);
    await using desk = await join(app, { token: await app.moderator() });
    const { id, shown } = await author.run('comment:post', { text: '第一次' });
    expect(shown).toBe(false);
    const held = await desk.until('it is held', ({ state }) => state.desk.held[0]);
    expect(held.review).toEqual({ words: [], isFirst: true, dueAt: null });
    await desk.run('comment:approve', { commentId: id });
    expect(await author.run('comment:post', { text: '第二次' })).toMatchObject({ shown: true });

    await using other = await join(app);
    const first = await other.run('comment:post', { text: '也是第一次' });
    await desk.run('comment:approve', { commentId: first.id });
    await desk.run('comment:hide', { commentId: first.id });
    expect(await other.run('comment:post', { text: '又要等' })).toMatchObject({ shown: false });
  });
});

describe('words and names', () => {
  test('the desk is told which entry was found; a name is checked too; a sentence can be tried', async () => {
    await using app = await startTestApp();
    await using desk = await join(app, { token: await app.moderator() });
    await using author = await join(app);
    await using other = await join(app);
    await desk.run('words:set', { block: ['加微信'], allow: [], names: ['福利'] });
    await author.run('comment:post', { text: '快加 微信' });
    const held = await desk.until('it is held', ({ state }) => state.desk.held[0]);
    expect(held.review).toMatchObject({ words: ['加微信'], isFirst: true });
    await other.run('comment:post', { text: '大家好', nickname: '福利小王' });
    await desk.until('by its name', ({ state }) => state.desk.held.length === 2);
    expect(desk.state.desk.held[1]?.review?.words).toEqual(['福利']);
    expect(await desk.run('words:test', { text: '加.微.信', nickname: '福利' })).toEqual({
      words: ['加微信'],
      names: ['福利'],
      fault: null,
    });
    expect(await desk.run('words:test', { text: '你好' })).toEqual({ words: [], names: [], fault: null });
    expect(await desk.run('words:test', { text: '好', nickname: '主持人' })).toMatchObject({
      fault: 'reserved',
    });
  });

  test('a change is tried on the comments shown last before it is made, and changes nothing', async () => {
    await using app = await startTestApp();
    await using desk = await join(app, { token: await app.moderator() });
    await using author = await join(app);
    expect(await desk.run('words:try', { add: { block: ['甲'] } })).toEqual({
      tried: 0,
      caught: 0,
      examples: [],
    });
    await desk.run('words:set', { block: ['旧词'], allow: [], names: [] });
    for (const text of ['加 微 信吧', '大家好', '可靠的麻烦']) await app.run('comment:post', { text });
    await author.run('comment:post', { text: '旧词加微信' }); // held already: no news
    const trial = await desk.run('words:try', { add: { block: ['加微信', '麻烦'], allow: ['可靠的麻烦'] } });
    expect(trial).toMatchObject({ tried: 3, caught: 1 });
    expect(trial.examples).toMatchObject([{ text: '加 微 信吧', words: ['加微信'] }]);
    const many = await desk.run('words:try', { add: { block: ['大家', '加微信', '麻烦'] } });
    expect(many.caught).toBe(3);
    expect(desk.state.desk.words).toEqual({ block: ['旧词'], allow: [], names: [] });
    await app.run('comment:post', { text: '加微信' });
    await author.until('it passes as before', ({ texts }) => texts.includes('加微信'));
    const tooMany = Array.from({ length: 5_001 }, (_, index) => `词${index}`);
    expect((await app.command(await app.moderator(), 'words:try', { add: { block: tooMany } })).ok).toBe(
      false,
    );
  });

  test('two who change the list at once both succeed', async () => {
    await using app = await startTestApp();
    await using one = await join(app, { token: await app.moderator() });
    await using two = await join(app, { token: await app.host() });
    await one.run('words:set', { block: ['甲', '乙'] });
    await Promise.all([
      one.run('words:change', { add: { block: ['丙'] }, remove: { block: ['甲'] } }),
      two.run('words:change', { add: { block: ['丁', '丙'], names: ['戊'] } }),
    ]);
    await one.until('both', ({ state }) => state.desk.words.block.length === 3);
    expect(one.state.desk.words.block.toSorted()).toEqual(['丁', '丙', '乙'].toSorted());
    expect(one.state.desk.words.names).toEqual(['戊']);
  });
});

let redis: TestRedis;

describeNodes('delay on two nodes', () => {
  beforeAll(async () => void (redis = await startRedis()));
  afterAll(() => redis.stop());

  test('each is shown on both, once', async () => {
    await using nodes = await startNodes(redis);
    await delay(nodes.one, 1);
    await using here = await join(nodes.one);
    await using there = await join(nodes.two);
    await there.until('the mode', ({ state }) => state.event.comments.mode === 'delay');
    await Promise.all([
      here.run('comment:post', { text: '这里' }),
      there.run('comment:post', { text: '那里' }),
      here.run('comment:post', { text: '这里二' }),
    ]);
    await nodes.one.run('stage:take', { scene: 'wall' });
    for (const client of [here, there]) {
      await client.until('all of them', ({ texts }) => texts.length >= 3);
      for (const text of ['这里', '那里', '这里二']) expect(times(client, text)).toBe(1);
    }
  });

  test('its node dies in the middle of the delay: another shows it, once', async () => {
    const engine = sharedRedis(redis.url);
    await using two = await startTestApp({ engine });
    const one = await startTestApp({ engine });
    await delay(two, 3);
    await using there = await join(two);
    await there.until('the mode', ({ state }) => state.event.comments.mode === 'delay');
    {
      await using here = await join(one, { token: await one.host() });
      await here.until('the mode', ({ state }) => state.event.comments.mode === 'delay');
      await here.run('comment:post', { text: '遗言' });
    }
    await one[Symbol.asyncDispose]();
    expect(there.texts).toEqual([]);
    await there.until('it is shown', ({ texts }) => texts.length > 0);
    expect(there.texts).toEqual(['遗言']);
  });
});

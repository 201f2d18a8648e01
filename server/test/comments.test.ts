import { describe, expect, test } from 'vitest';
import { holdClock, startTestApp } from './app.ts';
import { type Client, join, refused } from './sockets.ts';
import { until } from './until.ts';

const byId = (id: string) => (client: Client) => client.state.comments.find((comment) => comment.id === id);
const isGone = (id: string) => (client: Client) => byId(id)(client) === undefined;

describe('comments', () => {
  test('a comment is seen by everyone, under the name its author chose', async () => {
    await using app = await startTestApp();
    await using author = await join(app);
    await using other = await join(app);
    await using host = await join(app, { token: await app.host() });
    await using stage = await join(app, { role: 'screen' });
    const { id, shown } = await author.run('comment:post', { text: ' 深圳\n加油 ', nickname: '小林' });
    expect(shown).toBe(true);
    for (const client of [author, other, host, stage]) {
      const seen = await client.until('the comment', byId(id));
      const by = { id: author.welcome.you.id, name: '小林', role: 'viewer' };
      expect(seen).toMatchObject({ text: '深圳 加油', author: by });
    }
  });

  test('a viewer without a nickname is called by their number; a host by the name on the token', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using host = await join(app, { token: await app.host() });
    await viewer.run('comment:post', { text: '来了' });
    await host.run('comment:post', { text: '欢迎', nickname: '路人' });
    const authors = await viewer.until(
      'both',
      ({ state }) => state.comments.length === 2 && state.comments.map(({ author }) => author),
    );
    expect(authors.map(({ name, role }) => [name, role])).toEqual([
      [expect.stringMatching(/^观众\d{4}$/), 'viewer'],
      ['陈主持', 'host'],
    ]);
  });

  test('P18 a retry with the same commandId gives the same id, and there is one comment', async () => {
    await using app = await startTestApp();
    await using author = await join(app);
    const post = { text: '只说一遍', commandId: 'same' };
    const answers = await Promise.all([author.run('comment:post', post), author.run('comment:post', post)]);
    answers.push(await author.run('comment:post', post));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    await author.run('comment:post', { text: '说完了' });
    await author.until('the end', ({ texts }) => texts.includes('说完了'));
    expect(author.texts).toEqual(['只说一遍', '说完了']);
  });

  test('another text under the same commandId is refused, and nothing of it is kept', async () => {
    await using app = await startTestApp();
    await using author = await join(app);
    await author.run('comment:post', { text: '第一', commandId: 'same' });
    expect(await author.send('comment:post', { text: '第二', commandId: 'same' })).toEqual(
      refused('ID_REUSE'),
    );
    expect(await app.store.listComments(app.slug, { order: 'oldest', limit: 9 })).toHaveLength(1);
  });

  test('the same commandId of another viewer is another comment', async () => {
    await using app = await startTestApp();
    await using one = await join(app);
    await using two = await join(app);
    const first = await one.run('comment:post', { text: '同号', commandId: 'c1' });
    const second = await two.run('comment:post', { text: '同号', commandId: 'c1' });
    expect(second.id).not.toBe(first.id);
  });

  test('comments close with the setting and with the event; the host still speaks', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using host = await join(app, { token: await app.host() });
    await host.run('event:configure', { comments: { open: false } });
    expect(await viewer.send('comment:post', { text: '还在吗' })).toEqual(refused('CLOSED'));
    await host.run('comment:post', { text: '马上回来' });
    await host.run('event:configure', { comments: { open: true } });
    await viewer.run('comment:post', { text: '回来了' });
    await host.run('event:end', {});
    expect(await viewer.send('comment:post', { text: '再见' })).toEqual(refused('CLOSED'));
  });

  test('the second comment too many waits as long as it is told', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    await using viewer = await join(app);
    for (const text of ['一', '二']) await viewer.run('comment:post', { text });
    const ack = await viewer.send('comment:post', { text: '三', commandId: 'third' });
    expect(ack).toEqual(refused('RATE', { retryable: true, retryAfterMs: 6000 }));
    clock.advance(6000);
    await viewer.run('comment:post', { text: '三', commandId: 'third' });
  });

  test('slow mode gives one comment each so many seconds, and the host none of it', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    await using viewer = await join(app);
    await using host = await join(app, { token: await app.host() });
    await host.run('event:configure', { comments: { slowModeSeconds: 30 } });
    await viewer.until('slow mode', ({ state }) => state.event.comments.slowModeSeconds === 30);
    await viewer.run('comment:post', { text: '一' });
    clock.advance(10_000);
    expect(await viewer.send('comment:post', { text: '二' })).toEqual(
      refused('RATE', { retryAfterMs: 20_000 }),
    );
    for (const text of ['甲', '乙', '丙']) await host.run('comment:post', { text });
    clock.advance(20_000);
    await viewer.run('comment:post', { text: '二' });
  });

  test('the length an organiser sets is the length that holds', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await app.run('event:configure', { comments: { maxLength: 5 } });
    expect(await viewer.send('comment:post', { text: '一二三四五六' })).toEqual(refused('INVALID'));
    await viewer.run('comment:post', { text: '一二三四五' });
  });

  test('a joiner finds the last fifty', async () => {
    await using app = await startTestApp();
    const hosts = await Promise.all(
      Array.from({ length: 6 }, async () => join(app, { token: await app.host() })),
    );
    for (let round = 0; round < 10; round += 1) {
      for (const [index, host] of hosts.entries())
        await host.run('comment:post', { text: `${round * 6 + index}` });
    }
    for (const host of hosts) await host[Symbol.asyncDispose]();
    await until('all shown', async () => {
      await using late = await join(app);
      return late.texts.at(-1) === '59' && late.texts.length === 50 && late.texts[0] === '10';
    });
  });
});

describe('comments taken back', () => {
  test('hide removes it everywhere at once; restore brings it back to its place', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using desk = await join(app, { token: await app.moderator() });
    const first = await viewer.run('comment:post', { text: '一' });
    await viewer.run('comment:post', { text: '二' });
    await viewer.until('both', ({ texts }) => texts.length === 2);
    await desk.run('comment:hide', { commentId: first.id, reason: '离题' });
    await viewer.until('it is gone', isGone(first.id));
    expect(viewer.state.desk.hidden).toEqual([]);
    const hidden = await desk.until('the desk keeps it', ({ state }) => state.desk.hidden[0]);
    expect(hidden.text).toBe('一');
    await using late = await join(app);
    expect(late.texts).toEqual(['二']);
    await desk.run('comment:restore', { commentId: first.id });
    await viewer.until('it is back', byId(first.id));
    expect(viewer.texts).toEqual(['一', '二']);
    await desk.until('nothing to restore', ({ state }) => state.desk.hidden.length === 0);
  });

  test('hiding twice changes nothing; restoring what was never hidden is refused', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using desk = await join(app, { token: await app.moderator() });
    const { id } = await viewer.run('comment:post', { text: '一' });
    for (let time = 0; time < 2; time += 1) await desk.run('comment:hide', { commentId: id });
    await desk.until('hidden', ({ state }) => state.desk.hidden.length > 0);
    expect(desk.state.desk.hidden).toHaveLength(1);
    expect(await desk.send('comment:pin', { commentId: id })).toEqual(refused('CLOSED'));
    expect(await desk.send('comment:approve', { commentId: id })).toEqual(refused('CLOSED'));
    const ghost = { commentId: 'nobody' as typeof id };
    expect(await desk.send('comment:hide', ghost)).toEqual(refused('INVALID'));
  });

  test('a comment hidden in the moment it was accepted is not left on any screen', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using host = await join(app, { token: await app.host() });
    for (let round = 0; round < 4; round += 1) {
      const { id } = await host.run('comment:post', { text: `第${round}轮` });
      await host.run('comment:hide', { commentId: id });
    }
    const { id } = await host.run('comment:post', { text: '最后' });
    await viewer.until('the last', byId(id));
    expect(viewer.texts).toEqual(['最后']);
  });

  test('there is one pin; hiding the pinned comment takes it down', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using desk = await join(app, { token: await app.moderator() });
    const [one, two] = [
      await viewer.run('comment:post', { text: '一' }),
      await viewer.run('comment:post', { text: '二' }),
    ];
    await desk.run('comment:pin', { commentId: one.id });
    await viewer.until('one is pinned', ({ state }) => state.pinned?.id === one.id);
    await desk.run('comment:pin', { commentId: two.id });
    await viewer.until('two is pinned', ({ state }) => state.pinned?.id === two.id);
    await desk.run('comment:hide', { commentId: two.id });
    await viewer.until('no pin', ({ state }) => state.pinned === null);
    await desk.run('comment:pin', { commentId: one.id });
    await desk.run('comment:unpin', {});
    await viewer.until('no pin again', ({ state }) => state.pinned === null && state.comments.length === 1);
  });
});

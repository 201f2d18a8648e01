import { describe, expect, test } from 'vitest';
import { holdClock, startTestApp } from './app.ts';
import { gather, join, refused } from './sockets.ts';

describe('comments', () => {
  test('a comment is seen by everyone, under the name its author chose', async () => {
    await using app = await startTestApp();
    await using author = await join(app);
    await using other = await join(app);
    await using host = await join(app, { token: await app.host() });
    await using stage = await join(app, { role: 'screen' });
    const { id, shown } = await author.run('comment:post', { text: ' 深圳\n加油 ', nickname: '小林' });
    expect(shown).toBe(true);
    const by = { id: author.welcome.you.id, name: '小林', role: 'viewer' };
    for (const client of [author, other, host, stage]) {
      const seen = await client.until('the comment', ({ state }) => state.comments[0]);
      expect(seen).toMatchObject({ id, text: '深圳 加油', author: by });
    }
  });

  test('a viewer without a nickname is called by their number; a host by the name on the token', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using host = await join(app, { token: await app.host() });
    await viewer.run('comment:post', { text: '来了' });
    await host.run('comment:post', { text: '欢迎', nickname: '路人' });
    await viewer.until('both', ({ texts }) => texts.length === 2);
    expect(viewer.state.comments.map(({ author: { name, role } }) => [name, role])).toEqual([
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

  test('the length an organiser sets is the length that holds', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await app.run('event:configure', { comments: { maxLength: 5 } });
    expect(await viewer.send('comment:post', { text: '一二三四五六' })).toEqual(refused('INVALID'));
    await viewer.run('comment:post', { text: '一二三四五' });
  });

  test('a joiner finds the last fifty', async () => {
    await using app = await startTestApp();
    const joining = Array.from({ length: 6 }, async () => join(app, { token: await app.host() }));
    await using hosts = gather(await Promise.all(joining));
    for (let index = 0; index < 60; index += 1)
      await hosts[index % 6]?.run('comment:post', { text: `${index}` });
    await hosts[0].until('the last', ({ texts }) => texts.at(-1) === '59');
    await using late = await join(app);
    expect(late.texts).toEqual(Array.from({ length: 50 }, (_, index) => `${10 + index}`));
  });
});

describe('the pace of comments', () => {
  test('one too many waits as long as it is told', async () => {
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
});

import { describe, expect, test } from 'vitest';
import type { CommentId } from '#shared/model/ids.ts';
import { startTestApp } from './app.ts';
import { join, joinMany, refused } from './sockets.ts';

describe('pre-moderation', () => {
  test('a held comment is the desk’s alone; approved, it is everyone’s and its author is told', async () => {
    await using app = await startTestApp();
    await using author = await join(app);
    await using other = await join(app);
    await using desk = await join(app, { token: await app.moderator() });
    await app.run('event:configure', { comments: { mode: 'pre' } });
    const { id, shown } = await author.run('comment:post', { text: '请过目' });
    expect(shown).toBe(false);
    const held = await desk.until('it is held', ({ state }) => state.desk.held[0]);
    expect(held).toMatchObject({ id, held: true });
    expect([desk.texts, other.texts, other.state.desk.held]).toEqual([[], [], []]);

    await desk.run('comment:approve', { commentId: id });
    const seen = await other.until('it is shown', ({ state }) => state.comments[0]);
    expect(seen).toMatchObject({ id, text: '请过目' });
    expect(seen).not.toHaveProperty('held');
    await desk.until(
      'it waits no more',
      ({ state, texts }) => state.desk.held.length === 0 && texts.length === 1,
    );
    await author.until('the author is told', ({ notices }) => notices.length > 0);
    expect(author.notices).toEqual([{ about: 'comment', commentId: id, shown: true }]);
    expect(other.notices).toEqual([]);
  });

  test('rejected, it is never shown, and its author is told', async () => {
    await using app = await startTestApp();
    await app.run('event:configure', { comments: { mode: 'pre' } });
    await using author = await join(app);
    await using desk = await join(app, { token: await app.moderator() });
    const { id } = await author.run('comment:post', { text: '不合适' });
    await desk.run('comment:reject', { commentId: id });
    const notice = await author.until('the author is told', ({ notices }) => notices[0]);
    expect(notice).toEqual({ about: 'comment', commentId: id, shown: false });
    expect(await desk.send('comment:approve', { commentId: id })).toEqual(refused('CLOSED'));
    expect(await desk.run('comment:list', { status: 'rejected' })).toMatchObject({
      comments: [{ id }],
      next: null,
    });
    await using late = await join(app);
    expect(late.texts).toEqual([]);
  });

  test('a comment decided before the desk has heard of it does not stay in the queue', async () => {
    await using app = await startTestApp();
    await app.run('event:configure', { comments: { mode: 'pre' } });
    await using author = await join(app);
    await using host = await join(app, { token: await app.host() });
    await host.run('comment:post', { text: '开始' }); // the beat is busy now
    const { id } = await author.run('comment:post', { text: '快' });
    await host.run('comment:approve', { commentId: id });
    await author.until('it is shown', ({ texts }) => texts.includes('快'));
    await host.run('comment:post', { text: '结束' });
    await host.until('the end', ({ texts }) => texts.includes('结束'));
    expect(host.state.desk.held).toEqual([]);
    expect(host.texts).toEqual(['开始', '快', '结束']);
  });

  test('the host’s own comments are not held', async () => {
    await using app = await startTestApp();
    await app.run('event:configure', { comments: { mode: 'pre' } });
    await using host = await join(app, { token: await app.host() });
    expect(await host.run('comment:post', { text: '欢迎' })).toMatchObject({ shown: true });
  });

  test('history leaves out what was held, rejected, hidden or for its author alone', async () => {
    await using app = await startTestApp();
    await using host = await join(app, { token: await app.host() });
    await using authors = await joinMany(app, 4);
    const [open, hidden, muted, held] = authors;
    await open.run('comment:post', { text: '公开' });
    const { id: commentId } = await hidden.run('comment:post', { text: '撤下' });
    await host.run('comment:hide', { commentId });
    await host.run('viewer:mute', { viewerId: muted.welcome.you.id, seconds: 60, kind: 'selfOnly' });
    await muted.run('comment:post', { text: '自语' });
    await host.run('event:configure', { comments: { mode: 'pre' } });
    await held?.run('comment:post', { text: '待审' });
    await host.until(
      'all heard',
      ({ state: { desk } }) => desk.held.length === 1 && desk.hidden.length === 1,
    );
    await using late = await join(app);
    expect(late.texts).toEqual(['公开']);
    expect(late.state.desk).toMatchObject({ held: [], hidden: [], mutes: [] });
    const text = await (await app.get('/api/v1/events/show')).text();
    for (const secret of ['撤下', '自语', '待审']) expect(text).not.toContain(secret);
  });

  test('an author is told what became of their own, and never that they are heard by nobody', async () => {
    await using app = await startTestApp();
    await using host = await join(app, { token: await app.host() });
    await using authors = await joinMany(app, 3);
    const [open, hidden, muted] = authors;
    const ids = [
      (await open.run('comment:post', { text: '公开' })).id,
      (await hidden.run('comment:post', { text: '撤下' })).id,
    ];
    await host.run('comment:hide', { commentId: ids[1] as CommentId });
    await host.run('viewer:mute', { viewerId: muted.welcome.you.id, seconds: 60, kind: 'selfOnly' });
    ids.push((await muted.run('comment:post', { text: '自语' })).id);
    for (const [index, status] of (['shown', 'hidden', 'shown'] as const).entries())
      expect(await authors[index]?.run('comment:mine', { commentIds: ids })).toEqual({
        comments: [{ id: ids[index], status }],
      });
    expect(await host.run('comment:mine', { commentIds: ids })).toEqual({ comments: [] });
  });

  test('the desk reads every status in pages', async () => {
    await using app = await startTestApp();
    await using host = await join(app, { token: await app.host() });
    for (const text of ['一', '二', '三', '四', '五']) await host.run('comment:post', { text });
    const first = await host.run('comment:list', { status: 'shown', limit: 3 });
    expect(first.comments.map(({ text }) => text)).toEqual(['五', '四', '三']);
    const rest = await host.run('comment:list', { status: 'shown', limit: 3, before: first.next ?? 0 });
    expect(rest).toMatchObject({ comments: [{ text: '二' }, { text: '一' }], next: null });
  });
});

describe('the word list', () => {
  test('holds a comment with a listed word in any disguise, and lets the innocent one pass', async () => {
    await using app = await startTestApp();
    await using desk = await join(app, { token: await app.moderator() });
    await using authors = await joinMany(app, 3);
    await desk.run('words:set', { block: ['广告', 'spam'], allow: ['公益广告'] });
    const texts = ['看广 告吗', 'ＳＰＡＭ!', '公益广告真好'];
    const posts = texts.map(async (text, index) => authors[index]?.run('comment:post', { text }));
    expect(await Promise.all(posts)).toMatchObject([{ shown: false }, { shown: false }, { shown: true }]);
    await desk.until(
      'two are held',
      ({ state, texts: shown }) => state.desk.held.length === 2 && shown.length === 1,
    );
    expect(desk.state.desk.words.block).toEqual(['广告', 'spam']);
    expect(authors[0].state.desk.words).toEqual({ block: [], allow: [], names: [] });
  });
});

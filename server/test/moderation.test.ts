import { describe, expect, test } from 'vitest';
import { holdClock, startTestApp } from './app.ts';
import { join, refused } from './sockets.ts';

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
    expect(desk.state.comments).toEqual([]);
    expect(other.state.comments).toEqual([]);

    await desk.run('comment:approve', { commentId: id });
    const seen = await other.until('it is shown', ({ state }) => state.comments[0]);
    expect(seen).toMatchObject({ id, text: '请过目' });
    expect(seen).not.toHaveProperty('held');
    await desk.until(
      'it waits no more',
      ({ state }) => state.desk.held.length === 0 && state.comments.length === 1,
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
    await author.until('the author is told', ({ notices }) =>
      notices.some((notice) => notice.about === 'comment' && !notice.shown),
    );
    expect(await desk.send('comment:approve', { commentId: id })).toEqual(refused('CLOSED'));
    expect(await desk.run('comment:list', { status: 'rejected' })).toMatchObject({
      comments: [{ id }],
      next: null,
    });
    await using late = await join(app);
    expect(late.state.comments).toEqual([]);
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
    const authors = await Promise.all(Array.from({ length: 4 }, () => join(app)));
    const [shown, hidden, muted, held] = authors as [(typeof authors)[0], ...typeof authors];
    await shown.run('comment:post', { text: '公开' });
    const taken = await hidden!.run('comment:post', { text: '撤下' });
    await host.run('comment:hide', { commentId: taken.id });
    await host.run('viewer:mute', { viewerId: muted!.welcome.you.id, seconds: 60, kind: 'selfOnly' });
    await muted!.run('comment:post', { text: '自语' });
    await host.run('event:configure', { comments: { mode: 'pre' } });
    await held!.run('comment:post', { text: '待审' });
    await host.until(
      'all heard',
      ({ state }) => state.desk.held.length === 1 && state.desk.hidden.length === 1,
    );
    await using late = await join(app);
    expect(late.texts).toEqual(['公开']);
    expect(late.state.desk).toMatchObject({ held: [], hidden: [], mutes: [] });
    const answer = await app.get('/api/v1/events/show');
    for (const text of ['撤下', '自语', '待审']) expect(await answer.clone().text()).not.toContain(text);
    for (const author of authors) await author[Symbol.asyncDispose]();
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
    const authors = await Promise.all(Array.from({ length: 3 }, () => join(app)));
    await desk.run('words:set', { block: ['广告', 'spam'], allow: ['公益广告'] });
    await desk.until('the list', ({ state }) => state.desk.words.block.length === 2);
    const texts = ['看广 告吗', 'ＳＰＡＭ!', '公益广告真好'];
    const shown = await Promise.all(
      texts.map(async (text, index) => (await authors[index]!.run('comment:post', { text })).shown),
    );
    expect(shown).toEqual([false, false, true]);
    await desk.until(
      'two are held',
      ({ state }) => state.desk.held.length === 2 && state.comments.length === 1,
    );
    expect(authors[0]!.state.desk.words).toEqual({ block: [], allow: [] });
    for (const author of authors) await author[Symbol.asyncDispose]();
  });
});

describe('silenced viewers', () => {
  test('muted and told: refused with the time that is left, heard again when it is over', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    await using viewer = await join(app);
    await using desk = await join(app, { token: await app.moderator() });
    const { id, number } = viewer.welcome.you;
    await desk.run('viewer:mute', { viewerId: id, seconds: 60 });
    const notice = await viewer.until('told', ({ notices }) => notices[0]);
    expect(notice).toEqual({ about: 'mute', mutedUntil: clock.now() + 60_000 });
    expect(await viewer.send('comment:post', { text: '喂' })).toEqual(
      refused('MUTED', { retryAfterMs: 60_000 }),
    );
    await using again = await join(app, { token: viewer.welcome.token });
    expect(again.welcome.you).toMatchObject({ number, mutedUntil: clock.now() + 60_000 });
    clock.advance(60_000);
    await viewer.run('comment:post', { text: '好了' });
  });

  test('unmuted: told, and heard at once', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using desk = await join(app, { token: await app.moderator() });
    const viewerId = viewer.welcome.you.id;
    await desk.run('viewer:mute', { viewerId, seconds: 600 });
    await desk.until('muted', ({ state }) => state.desk.mutes.length === 1);
    await desk.run('viewer:unmute', { viewerId });
    await desk.until('not muted', ({ state }) => state.desk.mutes.length === 0);
    await viewer.until('told', ({ notices }) =>
      notices.some((notice) => notice.about === 'mute' && notice.mutedUntil === null),
    );
    await viewer.run('comment:post', { text: '谢谢' });
  });

  test('for themselves alone: the author is told it was shown, and nobody receives a byte of it', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using other = await join(app);
    await using stage = await join(app, { role: 'screen' });
    await using desk = await join(app, { token: await app.moderator() });
    await desk.run('viewer:mute', { viewerId: viewer.welcome.you.id, seconds: 600, kind: 'selfOnly' });
    await desk.until('the desk knows', ({ state }) => state.desk.mutes[0]?.kind === 'selfOnly');
    const { id, shown } = await viewer.run('comment:post', { text: '听得见吗' });
    expect(shown).toBe(true);
    await desk.run('comment:post', { text: '下一条' });
    for (const client of [other, stage, desk]) {
      await client.until('what comes after', ({ texts }) => texts.includes('下一条'));
      expect(JSON.stringify(client.frames)).not.toContain(id);
    }
    await using again = await join(app, { token: viewer.welcome.token });
    expect(again.welcome.you.mutedUntil).toBeNull();
    expect(viewer.notices).toEqual([]);
  });

  test('kicked: every connection of the viewer is closed for good, and no one else’s', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using tab = await join(app, { token: viewer.welcome.token });
    await using other = await join(app);
    await using desk = await join(app, { token: await app.moderator() });
    await desk.run('viewer:kick', { viewerId: viewer.welcome.you.id });
    for (const client of [viewer, tab])
      expect(await client.until('closed', ({ lost }) => lost)).toBe('io server disconnect');
    expect(other.lost).toBeNull();
    const host = { viewerId: 'host-x' as never };
    expect(await desk.send('viewer:kick', host)).toEqual(refused('INVALID'));
    expect(await desk.send('viewer:mute', { ...host, seconds: 5 })).toEqual(refused('INVALID'));
  });

  test('the ninth connection of one viewer closes the first', async () => {
    await using app = await startTestApp();
    await using first = await join(app);
    const { token } = first.welcome;
    const tabs = await Promise.all(Array.from({ length: 8 }, () => join(app, { token })));
    expect(await first.until('closed', ({ lost }) => lost)).toBe('io server disconnect');
    for (const tab of tabs) {
      expect(tab.lost).toBeNull();
      await tab[Symbol.asyncDispose]();
    }
  });
});

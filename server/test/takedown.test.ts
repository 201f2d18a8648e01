import { describe, expect, test } from 'vitest';
import { CommentId } from '#shared/model/ids.ts';
import { startTestApp } from './app.ts';
import { join, refused } from './sockets.ts';

describe('comments taken back', () => {
  test('hide removes it everywhere at once; restore brings it back to its place', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using desk = await join(app, { token: await app.moderator() });
    const { id: commentId } = await viewer.run('comment:post', { text: '一' });
    await viewer.run('comment:post', { text: '二' });
    await viewer.until('both', ({ texts }) => texts.length === 2);
    await desk.run('comment:hide', { commentId, reason: '离题' });
    await viewer.until('it is gone', ({ texts }) => !texts.includes('一'));
    expect(viewer.state.desk.hidden).toEqual([]);
    const hidden = await desk.until('the desk keeps it', ({ state }) => state.desk.hidden[0]);
    expect(hidden).toMatchObject({ id: commentId, text: '一' });
    await using late = await join(app);
    expect(late.texts).toEqual(['二']);
    await desk.run('comment:restore', { commentId });
    await viewer.until('it is back', ({ texts }) => texts.length === 2);
    expect(viewer.texts).toEqual(['一', '二']);
    await desk.until('nothing to restore', ({ state }) => state.desk.hidden.length === 0);
  });

  test('hiding twice changes nothing; what is hidden is not pinned, and what never was is refused', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using desk = await join(app, { token: await app.moderator() });
    const { id: commentId } = await viewer.run('comment:post', { text: '一' });
    for (let time = 0; time < 2; time += 1) await desk.run('comment:hide', { commentId });
    await desk.until('hidden', ({ state }) => state.desk.hidden.length > 0);
    expect(desk.state.desk.hidden).toHaveLength(1);
    expect(await desk.send('comment:pin', { commentId })).toEqual(refused('CLOSED'));
    expect(await desk.send('comment:approve', { commentId })).toEqual(refused('CLOSED'));
    expect(await desk.send('comment:hide', { commentId: CommentId.parse('nobody') })).toEqual(
      refused('INVALID'),
    );
  });

  test('a comment hidden in the moment it was accepted is not left on any screen', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using host = await join(app, { token: await app.host() });
    for (let round = 0; round < 4; round += 1) {
      const { id: commentId } = await host.run('comment:post', { text: `第${round}轮` });
      await host.run('comment:hide', { commentId });
    }
    await host.run('comment:post', { text: '最后' });
    await viewer.until('the last', ({ texts }) => texts.includes('最后'));
    expect(viewer.texts).toEqual(['最后']);
  });

  test('there is one pin; hiding the pinned comment takes it down', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using desk = await join(app, { token: await app.moderator() });
    const one = await viewer.run('comment:post', { text: '一' });
    const two = await viewer.run('comment:post', { text: '二' });
    await desk.run('comment:pin', { commentId: one.id });
    await viewer.until('one is pinned', ({ state }) => state.pinned?.id === one.id);
    await desk.run('comment:pin', { commentId: two.id });
    await viewer.until('two is pinned', ({ state }) => state.pinned?.id === two.id);
    await desk.run('comment:hide', { commentId: two.id });
    await viewer.until('no pin', ({ state }) => state.pinned === null);
    await desk.run('comment:pin', { commentId: one.id });
    await desk.run('comment:unpin', {});
    await viewer.until('all of it', ({ revision, snapshot }) => revision === snapshot.revision + 5);
    expect([viewer.state.pinned, viewer.texts]).toEqual([null, ['一']]);
  });
});

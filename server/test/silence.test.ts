import { describe, expect, test } from 'vitest';
import { ActorId } from '#shared/model/ids.ts';
import { holdClock, startTestApp } from './app.ts';
import { join, joinMany, refused } from './sockets.ts';

describe('silenced viewers', () => {
  test('muted and told: refused with the time that is left, heard again when it is over', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    await using viewer = await join(app);
    await using desk = await join(app, { token: await app.moderator() });
    const { id, number } = viewer.welcome.you;
    const mutedUntil = clock.now() + 60_000;
    await desk.run('viewer:mute', { viewerId: id, seconds: 60 });
    const notice = await viewer.until('told', ({ notices }) => notices[0]);
    expect(notice).toEqual({ about: 'mute', mutedUntil });
    expect(await viewer.send('comment:post', { text: '喂' })).toEqual(
      refused('MUTED', { retryAfterMs: 60_000 }),
    );
    await using again = await join(app, { token: viewer.welcome.token });
    expect(again.welcome.you).toMatchObject({ number, mutedUntil });
    clock.advance(60_000);
    expect(await viewer.run('comment:post', { text: '好了' })).toMatchObject({ shown: true });
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
    await viewer.until('told', ({ notices }) => notices.length === 2);
    expect(viewer.notices.at(-1)).toEqual({ about: 'mute', mutedUntil: null });
    expect(await viewer.run('comment:post', { text: '谢谢' })).toMatchObject({ shown: true });
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
    for (const client of [viewer, tab]) {
      expect(await client.until('closed', ({ lost }) => lost)).toBe('io server disconnect');
    }
    expect(other.lost).toBeNull();
  });

  test('only viewers are muted or kicked', async () => {
    await using app = await startTestApp();
    await using desk = await join(app, { token: await app.moderator() });
    const viewerId = ActorId.parse('host-x');
    expect(await desk.send('viewer:kick', { viewerId })).toEqual(refused('INVALID'));
    expect(await desk.send('viewer:mute', { viewerId, seconds: 5 })).toEqual(refused('INVALID'));
  });

  test('the ninth connection of one viewer closes the first', async () => {
    await using app = await startTestApp();
    await using first = await join(app);
    await using tabs = await joinMany(app, 8, { token: first.welcome.token });
    expect(await first.until('closed', ({ lost }) => lost)).toBe('io server disconnect');
    expect(tabs.map(({ lost }) => lost)).toEqual(tabs.map(() => null));
  });
});

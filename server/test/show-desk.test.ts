import { describe, expect, test } from 'vitest';
import { startTestApp } from './app.ts';
import { draftPoll } from './ballots.ts';
import { join } from './sockets.ts';

describe('cues of the rundown', () => {
  test('next does what the item carries; what cannot be done is skipped and named; viewers hear of no cue', async () => {
    await using app = await startTestApp();
    await using host = await join(app, { token: await app.host() });
    await using viewer = await join(app);
    const { pollId } = await draftPoll(app);
    await host.run('rundown:set', {
      items: [{ id: 'a', title: '开场' }, { id: 'b', title: '投票环节' }, { title: '尾声' }],
      cues: [
        { itemId: 'a', do: 'announce', text: '欢迎' },
        { itemId: 'b', do: 'openPoll', pollId },
        { itemId: 'b', do: 'takeScene', scene: { scene: 'poll', pollId } },
        { itemId: 'nobody', do: 'announce', text: '没有这一项' },
      ],
    });
    await host.until('the cues', ({ state }) => state.desk.cues.length === 3);
    await host.run('rundown:go', {});
    await viewer.until('the announcement', ({ state }) => state.announcement?.text === '欢迎');
    const commandId = 'go-b';
    const second = await host.run('rundown:go', { commandId });
    expect(second).toMatchObject({ skipped: [] });
    expect(await host.run('rundown:go', { commandId })).toEqual(second);
    await viewer.until('the poll', ({ state }) => state.stage.scene === 'poll');
    expect(viewer.state.polls[0]?.status).toBe('open');
    expect(viewer.state.rundown[0]).toMatchObject({ status: 'done', endedAt: expect.any(Number) });
    expect(viewer.state.desk.cues).toEqual([]);

    await host.run('poll:close', { pollId });
    const again = await host.run('rundown:go', { itemId: 'b' });
    expect(again).toMatchObject({ skipped: [] }); // it is there already: nothing goes off twice
    await host.run('rundown:go', {});
    const back = await host.run('rundown:go', { itemId: 'b' });
    expect(back.skipped).toEqual([{ itemId: 'b', do: 'openPoll', pollId }]);
    await host.run('rundown:set', { items: [{ id: 'a', title: '开场' }] });
    await host.until('cues of what is gone are gone', ({ state }) => state.desk.cues.length === 1);
  });
});

describe('panic', () => {
  test('clearing the wall takes nothing from the record, and can be undone', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using desk = await join(app, { token: await app.moderator() });
    await viewer.run('comment:post', { text: '留痕' });
    await viewer.until('it is shown', ({ texts }) => texts.length === 1);
    await desk.run('wall:clear', {});
    await viewer.until('cleared', ({ state }) => state.wallClearedAt > 0);
    expect(viewer.texts).toEqual(['留痕']);
    expect(viewer.state.comments[0]?.at).toBeLessThanOrEqual(viewer.state.wallClearedAt);
    await using late = await join(app);
    expect(late.state.wallClearedAt).toBe(viewer.state.wallClearedAt);
    await desk.run('wall:restore', {});
    await viewer.until('restored', ({ state }) => state.wallClearedAt === 0);
  });

  test('an announcement is made and cleared', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await app.run('announcement:make', { text: '休息十分钟' });
    await viewer.until('it is made', ({ state }) => state.announcement?.text === '休息十分钟');
    await using late = await join(app);
    expect(late.state.announcement?.text).toBe('休息十分钟');
    await app.run('announcement:clear', {});
    await viewer.until('it is cleared', ({ state }) => state.announcement === null);
  });
});

describe('health', () => {
  test('the desk sees the beat, the nodes and the store; nobody else does', async () => {
    await using app = await startTestApp();
    await using desk = await join(app, { token: await app.moderator() });
    await using viewer = await join(app);
    const health = await desk.until('health', ({ state }) => state.gauges.health);
    expect(health).toMatchObject({
      store: 'ok',
      staleSince: null,
      nodes: 1,
      beat: { minMs: 50, maxMs: 1000 },
    });
    await viewer.until('counters', ({ state }) => state.gauges.viewers.online > 0);
    expect(viewer.state.gauges.health).toBeNull();
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    expect(metrics).toMatch(/xinli_beat_limit_milliseconds\{bound="max".*\} 1000/);
  });
});

import { describe, expect, test } from 'vitest';
import { holdClock, startTestApp } from './app.ts';
import { join, refused } from './sockets.ts';

describe('the stage', () => {
  test('shows the scene that is taken, to everyone and to who comes later', async () => {
    const clock = holdClock();
    await using app = await startTestApp({ clock });
    await using stage = await join(app, { role: 'screen' });
    await using host = await join(app, { token: await app.host() });
    expect(stage.state.stage).toEqual({ scene: 'idle' });
    for (const scene of ['counter', 'wall', 'blackout', 'idle'] as const) {
      expect(await host.run('stage:take', { scene })).toEqual({ scene });
      await stage.until(scene, ({ state }) => state.stage.scene === scene);
    }
    const countdown = { scene: 'countdown', endsAt: clock.now() + 90_000, label: '开场' };
    expect(await host.run('stage:take', { scene: 'countdown', seconds: 90, label: '开场' })).toEqual(
      countdown,
    );
    await stage.until('the countdown', ({ state }) => state.stage.scene === 'countdown');
    await host.run('stage:take', { scene: 'announcement', text: '请入座' });
    await stage.until('the announcement', ({ state }) => state.stage.scene === 'announcement');
    await using late = await join(app, { role: 'screen' });
    expect(late.state.stage).toEqual({ scene: 'announcement', title: '', text: '请入座' });
  });

  test('a poll is shown once it is open, never as a draft', async () => {
    await using app = await startTestApp();
    await using host = await join(app, { token: await app.host() });
    const { pollId } = await host.run('poll:create', { question: '?', options: ['甲', '乙'] });
    expect(await host.send('stage:take', { scene: 'poll', pollId })).toEqual(refused('CLOSED'));
    expect(await host.send('stage:take', { scene: 'poll', pollId: 'none' as typeof pollId })).toEqual(
      refused('INVALID'),
    );
    await host.run('poll:open', { pollId });
    expect(await host.run('stage:take', { scene: 'poll', pollId })).toEqual({ scene: 'poll', pollId });
  });
});

describe('the rundown', () => {
  test('goes item by item; one that keeps its id keeps what has become of it', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using host = await join(app, { token: await app.host() });
    const { items } = await host.run('rundown:set', {
      items: [{ title: '开场' }, { title: '合唱', plannedSeconds: 300 }, { title: '尾声' }],
    });
    const statuses = () => viewer.state.rundown.map(({ status }) => status);
    await host.run('rundown:go', {});
    await host.run('rundown:go', {});
    await viewer.until('the second is live', () => statuses().join() === 'done,live,planned');
    const [opening, song] = items;
    await host.run('rundown:set', { items: [{ id: song!.id, title: '大合唱' }, { title: '加演' }] });
    await viewer.until('the new one', ({ state }) => state.rundown.length === 2);
    expect(viewer.state.rundown).toMatchObject([
      { id: song!.id, title: '大合唱', status: 'live' },
      { title: '加演', status: 'planned' },
    ]);
    expect(await host.send('rundown:go', { itemId: opening!.id })).toEqual(refused('INVALID'));
    await host.run('rundown:go', {});
    expect(await host.send('rundown:go', {})).toEqual(refused('CLOSED'));
    const twins = { items: [song!, song!].map(({ id }) => ({ id, title: '孪生' })) };
    expect(await host.send('rundown:set', twins)).toEqual(refused('INVALID'));
  });
});

import { describe, expect, test } from 'vitest';
import { holdClock, startTestApp } from './app.ts';
import { draftPoll } from './ballots.ts';
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
    const { pollId } = await draftPoll(app);
    const take = (id: string) => host.send('stage:take', { scene: 'poll', pollId: id });
    expect(await take(pollId)).toEqual(refused('CLOSED'));
    expect(await take('none')).toEqual(refused('INVALID'));
    await host.run('poll:open', { pollId });
    expect(await take(pollId)).toEqual({ ok: true, data: { scene: 'poll', pollId } });
  });
});

describe('the rundown', () => {
  test('goes item by item; one that keeps its id keeps what has become of it', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using host = await join(app, { token: await app.host() });
    const titles = ['开场', '合唱', '尾声'].map((title) => ({ title }));
    const { items } = await host.run('rundown:set', { items: titles });
    const song = items[1]?.id ?? '';
    const statuses = () => viewer.state.rundown.map(({ status }) => status);
    for (let time = 0; time < 2; time += 1) await host.run('rundown:go', {});
    await viewer.until('the second is live', () => statuses().join() === 'done,live,planned');
    await host.run('rundown:set', { items: [{ id: song, title: '大合唱' }, { title: '加演' }] });
    await viewer.until('the new one', ({ state }) => state.rundown.length === 2);
    expect(viewer.state.rundown).toMatchObject([
      { id: song, title: '大合唱', status: 'live' },
      { title: '加演', status: 'planned' },
    ]);
  });

  test('goes to no item that is not in it, nor past its end, nor to one of twins', async () => {
    await using app = await startTestApp();
    await using host = await join(app, { token: await app.host() });
    const { items } = await host.run('rundown:set', { items: [{ title: '开场' }] });
    expect(await host.send('rundown:go', { itemId: 'nowhere' })).toEqual(refused('INVALID'));
    await host.run('rundown:go', {});
    expect(await host.send('rundown:go', {})).toEqual(refused('CLOSED'));
    const twins = [...items, ...items].map(({ id }) => ({ id, title: '孪生' }));
    expect(await host.send('rundown:set', { items: twins })).toEqual(refused('INVALID'));
  });
});

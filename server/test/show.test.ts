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

describe('the event', () => {
  test('a draft is the desk’s alone; scheduled it is on the portal, live it is open, ended it is over', async () => {
    await using app = await startTestApp();
    await app.create('gala', { status: 'draft', title: '晚会' });
    const gala = { event: 'gala' };
    await expect(join(app, gala)).rejects.toThrow('NOT_FOUND');
    await expect(join(app, { ...gala, role: 'screen' })).rejects.toThrow('NOT_FOUND');
    expect((await app.get('/api/v1/events/gala')).status).toBe(404);
    expect(await (await app.get('/api/v1/events')).text()).not.toContain('晚会');
    const token = await app.token('host', {}, 'gala');
    await using host = await join(app, { ...gala, token });
    expect(await host.run('event:schedule', { startsAt: 1_900_000_000_000 })).toMatchObject({
      status: 'scheduled',
    });
    expect(await (await app.get('/api/v1/events')).text()).toContain('晚会');
    await using viewer = await join(app, gala);
    await host.run('event:start', {});
    await viewer.until('live', ({ state }) => state.event.status === 'live');
    await host.run('event:end', {});
    await viewer.until('ended', ({ state }) => state.event.status === 'ended');
  });

  test('what is configured changes, the rest stays', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    await using host = await join(app, { token: await app.host() });
    const before = viewer.state.event;
    const stream = { kind: 'hls', url: 'https://cdn.example/live.m3u8' } as const;
    await host.run('event:configure', { title: '新标题', stream, comments: { maxLength: 40 } });
    await viewer.until('the change', ({ state }) => state.event.title === '新标题');
    expect(viewer.state.event).toEqual({
      ...before,
      title: '新标题',
      stream,
      comments: { ...before.comments, maxLength: 40 },
    });
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '//evil.example/x',
      'file:///etc/passwd',
    ]) {
      expect(await host.send('event:configure', { stream: { kind: 'iframe', url } })).toEqual(
        refused('INVALID'),
      );
    }
  });

  test('a slug is taken once, and its neighbour is another world', async () => {
    await using app = await startTestApp({ events: ['show', 'gala'] });
    await expect(app.create('gala')).rejects.toThrow('EXISTS');
    await using here = await join(app);
    await using there = await join(app, { event: 'gala' });
    const host = await app.host();
    await expect(join(app, { event: 'gala', token: host })).rejects.toThrow('FORBIDDEN');
    await here.run('comment:post', { text: '只在这里' });
    await here.until('it is here', ({ texts }) => texts.length === 1);
    await there.run('comment:post', { text: '只在那里' });
    await there.until('it is there', ({ texts }) => texts.length === 1);
    expect([here.texts, there.texts]).toEqual([['只在这里'], ['只在那里']]);
  });

  test('a retried control command has its first answer, and one effect', async () => {
    await using app = await startTestApp();
    await using host = await join(app, { token: await app.host() });
    const draft = { question: '?', options: ['甲', '乙'], commandId: 'c1' };
    const [first, second] = await Promise.all([
      host.run('poll:create', draft),
      host.run('poll:create', draft),
    ]);
    expect(await host.run('poll:create', draft)).toEqual(first);
    expect(second).toEqual(first);
    expect(await host.send('poll:create', { ...draft, question: '!' })).toEqual(refused('ID_REUSE'));
    await host.until('the draft', ({ state }) => state.polls.length > 0);
    expect(host.state.polls).toHaveLength(1);
  });
});

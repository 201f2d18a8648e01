import { describe, expect, test } from 'vitest';
import { ADMIN_TOKEN, startTestApp } from './app.ts';
import { OPTIONS } from './ballots.ts';
import { join, refused } from './sockets.ts';

describe('the event', () => {
  test('a draft is the desk’s alone; scheduled it is on the portal, live it is open, ended it is over', async () => {
    await using app = await startTestApp();
    await app.create('gala', { status: 'draft', title: '晚会' });
    const portal = async () => (await app.get('/api/v1/events')).text();
    await expect(join(app, { event: 'gala' })).rejects.toThrow('NOT_FOUND');
    await expect(join(app, { event: 'gala', role: 'screen' })).rejects.toThrow('NOT_FOUND');
    expect((await app.get('/api/v1/events/gala')).status).toBe(404);
    expect(await portal()).not.toContain('晚会');
    await using host = await join(app, { event: 'gala', token: await app.token('host', {}, 'gala') });
    expect(await host.run('event:schedule', { startsAt: 1_900_000_000_000 })).toMatchObject({
      status: 'scheduled',
    });
    expect(await portal()).toContain('晚会');
    await using viewer = await join(app, { event: 'gala' });
    await host.run('event:start', {});
    await viewer.until('live', ({ state }) => state.event.status === 'live');
    await host.run('event:end', {});
    await viewer.until('ended', ({ state }) => state.event.status === 'ended');
  });

  test('what is configured changes, the rest stays', async () => {
    await using app = await startTestApp();
    await using viewer = await join(app);
    const { event } = viewer.state;
    const stream = { kind: 'hls', url: 'https://cdn.example/live.m3u8' } as const;
    await app.run('event:configure', { title: '新标题', stream, comments: { maxLength: 40 } });
    await viewer.until('the change', ({ state }) => state.event.title === '新标题');
    const comments = { ...event.comments, maxLength: 40 };
    expect(viewer.state.event).toEqual({ ...event, title: '新标题', stream, comments });
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example/x',
    'file:///etc/passwd',
  ])('X5 %s is no stream', async (url) => {
    await using app = await startTestApp();
    await using host = await join(app, { token: await app.host() });
    for (const kind of ['hls', 'mp4', 'iframe'] as const) {
      expect(await host.send('event:configure', { stream: { kind, url } })).toEqual(refused('INVALID'));
    }
  });

  test('a slug is taken once, and its neighbour is another world', async () => {
    await using app = await startTestApp({ events: ['show', 'gala'] });
    await expect(app.create('gala')).rejects.toThrow('EXISTS');
    await using here = await join(app);
    await using there = await join(app, { event: 'gala' });
    await expect(join(app, { event: 'gala', token: await app.host() })).rejects.toThrow('FORBIDDEN');
    await here.run('comment:post', { text: '只在这里' });
    await here.until('it is here', ({ texts }) => texts.length === 1);
    await there.run('comment:post', { text: '只在那里' });
    await there.until('it is there', ({ texts }) => texts.length === 1);
    expect([here.texts, there.texts]).toEqual([['只在这里'], ['只在那里']]);
  });

  test('an event is created under its own address, and nowhere else', async () => {
    await using app = await startTestApp();
    const body = { command: 'event:create', input: { slug: 'there', title: '在别处' } };
    for (const slug of ['show', 'here']) {
      const answer = await app.post(`/api/v1/events/${slug}/commands`, body, { token: ADMIN_TOKEN });
      expect(await answer.json()).toEqual(refused('INVALID'));
    }
    expect((await app.store.listEvents()).map(({ slug }) => slug)).toEqual(['show']);
    const answer = await app.post('/api/v1/events', body.input, { token: ADMIN_TOKEN });
    expect(await answer.json()).toMatchObject({ ok: true, data: { slug: 'there', status: 'draft' } });
  });

  test('a retried control command has its first answer, and one effect', async () => {
    await using app = await startTestApp();
    await using host = await join(app, { token: await app.host() });
    const draft = { question: '?', options: OPTIONS, commandId: 'c1' };
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

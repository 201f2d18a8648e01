import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_TOKEN, startTestApp, type TestApp } from './app.ts';
import { exchange } from './raw.ts';
import { join, refused } from './sockets.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app[Symbol.asyncDispose]());

const COMMANDS = '/api/v1/events/show/commands';
const reaction = { command: 'reaction:send', input: { kind: 'like', count: 1 } };

/** A request as its bytes. */
const send = (method: string, path: string, headers: string[] = [], body = '') =>
  exchange(
    app,
    [`${method} ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', body].join('\r\n'),
  );
const post = (headers: string[], body: string, path = COMMANDS) =>
  send(
    'POST',
    path,
    [`Authorization: Bearer ${ADMIN_TOKEN}`, `Content-Length: ${Buffer.byteLength(body)}`, ...headers],
    body,
  );
const json = 'Content-Type: application/json';

/** No file, line or module of ours in an answer. */
const expectNoTrace = (text: string): void =>
  expect(text).not.toMatch(/\.[jt]s:\d|node_modules|at \w+ \(|\/server\//);

describe('writing needs a token', () => {
  test.each([
    [COMMANDS, { command: 'event:end' }],
    ['/api/v1/events/show/tokens', { role: 'host', name: '我' }],
    ['/api/v1/events', { slug: 'mine', title: '我的' }],
  ])('POST %s without one, or with somebody’s who may not: 403', async (path, body) => {
    await using viewer = await join(app);
    for (const token of [undefined, 'x', viewer.welcome.token]) {
      const answer = await app.post(path, body, token === undefined ? {} : { token });
      expect([answer.status, await answer.json()]).toMatchObject([
        403,
        { ok: false, error: { code: 'FORBIDDEN' } },
      ]);
    }
    expect((await app.store.listEvents()).map(({ slug, status }) => [slug, status])).toEqual([
      ['show', 'live'],
    ]);
  });

  test('a token in the address or in another scheme is none', async () => {
    const token = await app.host();
    const answer = await app.post(`${COMMANDS}?token=${token}`, { command: 'event:end' });
    expect(answer.status).toBe(403);
    const basic = await app.post(
      COMMANDS,
      { command: 'event:end' },
      { headers: { authorization: `Basic ${token}` } },
    );
    expect(basic.status).toBe(403);
  });

  test('exports are the desk’s', async () => {
    await using viewer = await join(app);
    const judge = await app.token('judge');
    for (const name of ['comments', 'polls']) {
      const path = `/api/v1/events/show/export/${name}.csv`;
      for (const token of [viewer.welcome.token, judge])
        expect((await app.get(path, { token })).status).toBe(403);
      expect((await app.get(path)).status).toBe(403);
      expect((await app.get(path, { token: await app.moderator() })).status).toBe(200);
    }
  });

  test('what a host does over HTTP is what they do on the desk: same answer, same effect', async () => {
    await using viewer = await join(app);
    const token = await app.host();
    const ack = await app.command(token, 'poll:create', { question: '?', options: ['甲', '乙'] }, 'http-1');
    expect(ack).toMatchObject({ ok: true, data: { pollId: expect.any(String) } });
    const { pollId } = (ack as unknown as { data: { pollId: string } }).data;
    await app.command(token, 'poll:open', { pollId });
    await viewer.until('the poll', ({ state }) => state.polls.some(({ id }) => id === pollId));
    const vote = { pollId, optionIds: [`${pollId}.1`] };
    expect(await app.command(viewer.welcome.token, 'poll:vote', vote)).toMatchObject({
      ok: true,
      data: { repeat: false },
    });
    expect(await viewer.run('poll:vote', vote as never)).toMatchObject({ repeat: true });
    const created = await app.post(
      '/api/v1/events/show/tokens',
      { role: 'judge', name: '王评委' },
      { token: ADMIN_TOKEN },
    );
    expect([created.status, await created.json()]).toEqual([201, { token: expect.stringMatching(/^xl1\./) }]);
  });

  test('the snapshot over HTTP is the one a joiner gets, for the bearer’s audience', async () => {
    await using host = await join(app, { token: await app.host() });
    await host.run('poll:create', { question: '草稿', options: ['甲', '乙'] });
    await host.until('the draft', ({ state }) => state.polls.at(-1)?.question === '草稿');
    const path = '/api/v1/events/show';
    expect(await (await app.get(path)).text()).not.toContain('草稿');
    const token = await app.host();
    expect(await (await app.get(path, { token })).json()).toMatchObject({
      epoch: host.epoch,
      revision: host.revision,
    });
  });
});

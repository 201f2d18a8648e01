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

describe('what is asked for', () => {
  test.each([
    '/%',
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%00',
    '/api/v1/nothing',
    '/api/v1/events/%E0%A4%A',
  ])('H15 GET %s: nothing there, and nothing given away', async (path) => {
    const { status, text } = await send('GET', path);
    expect([400, 404]).toContain(status);
    expect(text).not.toContain('root:');
    expect(text).not.toContain('devDependencies');
    expectNoTrace(text);
  });

  test('H15 GET // is the portal or nothing', async () => {
    const { status, text } = await send('GET', '//');
    expect([200, 404]).toContain(status);
    expectNoTrace(text);
  });

  test('H8 more header than anybody needs: 431', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => `x-${index}: ${index}`);
    expect((await send('GET', '/healthz', many)).status).toBe(431);
    expect((await send('GET', '/healthz', [`x: ${'y'.repeat(20_000)}`])).status).toBe(431);
  });

  test('H16 a header called __proto__ is a header', async () => {
    expect((await send('GET', '/healthz', ['__proto__: x', 'constructor: y'])).status).toBe(200);
    expect((await post([json, '__proto__: x'], JSON.stringify(reaction))).status).toBe(200);
  });

  test('H20 both a length and chunks: 400', async () => {
    const both = ['Content-Length: 4', 'Transfer-Encoding: chunked', json];
    expect((await send('POST', COMMANDS, both, '0\r\n\r\n')).status).toBe(400);
  });

  test('H21 an address that only a header says is not believed, unless a proxy is trusted', async () => {
    const forged = [
      '1.2.3.4',
      '::ffff:1.2.3.4',
      '"><script>',
      Array.from({ length: 1000 }, () => '1.2.3.4').join(),
    ];
    for (const hop of forged)
      expect((await send('GET', '/metrics', [`X-Forwarded-For: ${hop}`])).status).toBe(200);
    await using proxied = await startTestApp({ trustProxy: 1, metricsToken: 'metrics-token-of-tests' });
    const headers = { 'x-forwarded-for': '1.2.3.4' };
    expect((await proxied.get('/metrics', { headers })).status).toBe(403);
    expect((await proxied.get('/metrics', { headers, token: 'metrics-token-of-tests' })).status).toBe(200);
  });

  test('requests are rationed by address, whatever they are', async () => {
    await using proxied = await startTestApp({ trustProxy: 1 });
    const headers = { 'x-forwarded-for': '203.0.113.9, 203.0.113.7' };
    const statuses: number[] = [];
    for (let wave = 0; wave < 7; wave += 1) {
      const answers = Array.from({ length: 50 }, () => proxied.get('/api/v1/events', { headers }));
      statuses.push(...(await Promise.all(answers)).map(({ status }) => status));
    }
    expect([...new Set(statuses)].toSorted()).toEqual([200, 429]);
    expect(statuses.filter((status) => status === 200)).toHaveLength(300);
    expect(
      (await proxied.get('/api/v1/events', { headers: { 'x-forwarded-for': '203.0.113.8' } })).status,
    ).toBe(200);
    expect((await proxied.get('/healthz', { headers })).status).toBe(200);
  });

  test('answers that are data may not be framed, sniffed or run, and do not name their maker', async () => {
    for (const path of ['/api/v1/events', '/api/v1/events/show', '/api/v1/nowhere', '/nowhere']) {
      const { headers } = await app.get(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
});

describe('bodies', () => {
  test.each([
    ['H17 br', 415, ['Content-Encoding: br', json]],
    ['H17 gzip', 415, ['Content-Encoding: gzip', json]],
    ['H17 zstd', 415, ['Content-Encoding: zstd', json]],
    ['H18 text/plain', 415, ['Content-Type: text/plain']],
    ['H18 a form', 415, ['Content-Type: application/x-www-form-urlencoded']],
    ['H18 no type', 415, []],
    ['H18 UTF-16', 415, ['Content-Type: application/json; charset=utf-16']],
    ['H18 two types', 415, ['Content-Type: application/json, text/plain']],
    ['UTF-8 said aloud', 200, ['Content-Type: application/json; charset=utf-8']],
  ])('%s: %i', async (_, status, headers) => {
    const answer = await post(headers, JSON.stringify(reaction));
    expect(answer.status).toBe(status);
    expectNoTrace(answer.text);
  });

  test.each([
    ['H18 17 KB', 413, JSON.stringify({ ...reaction, padding: 'x'.repeat(17 * 1024) })],
    ['H18 a trailing comma', 400, '{"command":"reaction:send",}'],
    ['H18 a number', 400, '5'],
    ['H18 an array', 400, '[]'],
    ['H18 null', 400, 'null'],
    ['H18 half of it', 400, '{"command":"reac'],
    ['nothing', 400, ''],
    ['H18 a byte order mark', 200, `\uFEFF${JSON.stringify(reaction)}`],
  ])('%s: %i', async (_, status, body) => {
    const answer = await post([json], body);
    expect(answer.status).toBe(status);
    expectNoTrace(answer.text);
  });

  test('H22 a commandId of 10 KB or none at all is refused; used again for another body, 409', async () => {
    const token = await app.host();
    const take = (scene: string, id: unknown) => app.command(token, 'stage:take', { scene }, id);
    for (const id of ['x'.repeat(10_000), '', ' ', 7, null, {}])
      expect(await take('wall', id)).toEqual(refused('INVALID'));
    expect(await take('wall', 'once')).toMatchObject({ ok: true });
    expect(await take('wall', 'once')).toMatchObject({ ok: true });
    expect(await take('idle', 'once')).toEqual(refused('ID_REUSE'));
    const body = { command: 'stage:take', commandId: 'once', input: { scene: 'idle' } };
    expect((await app.post(COMMANDS, body, { token })).status).toBe(409);
  });
});

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

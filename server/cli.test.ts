import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examine } from './cli/doctor.ts';
import { run } from './cli/program.ts';
import { wordsFor } from './cli/words.ts';
import { readConfig, type Environment } from './config.ts';
import { openSecrets } from './lib/secrets.ts';
import { inspectNode } from './lib/node-safety.ts';

const folder = mkdtempSync(join(tmpdir(), 'xinli-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));
const admin = 'an-admin-token-of-length';

async function xinli(line: string, env: Environment = {}) {
  const said = { out: '', err: '' };
  const exitCode = await run(line.split(' '), {
    env: { XINLI_DATA: folder, ...env },
    out: (part) => (said.out += part),
    err: (part) => (said.err += part),
  });
  return { exitCode, ...said };
}

type Asked = { method?: string; url?: string; authorization?: string; body: unknown };

/** A server that gives one answer to everything, and what it was asked. */
async function answering(status: number, answer: unknown) {
  const asked: Asked[] = [];
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const { method = '', url = '', headers } = request;
    asked.push({ method, url, authorization: headers.authorization ?? '', body: body && JSON.parse(body) });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  };
  const server = createServer((request, response) => void reply(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

describe('xinli', () => {
  test('makes a token, as the admin', async () => {
    await using server = await answering(201, { token: 'xl1.a.b.c' });
    const env = { XINLI_ADMIN_TOKEN: admin, PORT: String(server.port) };
    expect(await xinli('token create --event demo --role host --name 小王', env)).toEqual({
      exitCode: 0,
      out: 'xl1.a.b.c\n',
      err: '',
    });
    expect(server.asked).toEqual([
      {
        method: 'POST',
        url: '/api/v1/events/demo/tokens',
        authorization: `Bearer ${admin}`,
        body: { role: 'host', name: '小王' },
      },
    ]);
  });

  test('finds the admin token that the server made', async () => {
    const data = join(folder, 'served');
    const { adminToken } = openSecrets(data, { adminToken: null, secret: null });
    await using server = await answering(200, { ok: true, data: [] });
    const { exitCode, out } = await xinli(`event list --server ${server.url}`, { XINLI_DATA: data });
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: 'No events yet.\n' });
    expect(server.asked[0]?.authorization).toBe(`Bearer ${adminToken}`);
  });

  test('creates and lists events', async () => {
    const gala = { slug: 'gala', title: '晚会', status: 'live', summary: '' };
    await using server = await answering(200, { events: [gala] });
    const at = `--server ${server.url}`;
    const env = { XINLI_ADMIN_TOKEN: admin };
    expect((await xinli(`event create --slug gala --title 晚会 --status live ${at}`, env)).out).toBe(
      'gala  晚会\n',
    );
    expect((await xinli(`event list ${at}`, env)).out).toMatch(/^gala +live +晚会\n$/);
    expect(JSON.parse((await xinli(`event list --json ${at}`, env)).out)).toEqual([
      { slug: 'gala', title: '晚会', status: 'live' },
    ]);
    expect(server.asked[0]).toMatchObject({
      method: 'POST',
      url: '/api/v1/events',
      body: { slug: 'gala', title: '晚会', status: 'live' },
    });
  });

  test.each([
    [400, 2],
    [401, 3],
    [403, 3],
    [404, 4],
    [409, 5],
    [503, 6],
    [500, 1],
  ])('a refusal with status %i ends with %i and the code', async (status, exitCode) => {
    await using server = await answering(status, {
      ok: false,
      error: { code: 'SOME_CODE', message: 'said so' },
    });
    const answer = await xinli(`event list --server ${server.url}`, { XINLI_ADMIN_TOKEN: admin });
    expect(answer).toEqual({ exitCode, out: '', err: 'SOME_CODE: said so\n' });
  });

  test('a server that is away ends with 6', async () => {
    const { url } = await (async () => {
      await using server = await answering(200, {});
      return server;
    })();
    const { exitCode, err } = await xinli(`event list --server ${url}`, { XINLI_ADMIN_TOKEN: admin });
    expect({ exitCode, err }).toEqual({ exitCode: 6, err: `${url} does not answer\n` });
  });

  test('without an admin token it says where one comes from', async () => {
    expect(await xinli('event list')).toMatchObject({
      exitCode: 3,
      err: expect.stringContaining('secrets.json'),
    });
  });

  test.each([
    '',
    'dance',
    'token create',
    'token create --event demo --role god --name x',
    'event list --loud',
  ])('a wrong command line ends with 2: %j', async (line) => {
    expect((await xinli(line)).exitCode).toBe(2);
  });

  test('help is no mistake', async () => {
    expect(await xinli('--help')).toMatchObject({ exitCode: 0, out: expect.stringContaining('doctor') });
  });

  test('speaks Chinese where the machine does', async () => {
    expect((await xinli('config check', { LANG: 'zh_CN.UTF-8' })).out).toBe('配置无误。\n');
    expect((await xinli('config check', { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' })).out).toBe(
      'The configuration is in order.\n',
    );
  });

  test('config names the mistakes and shows no secret', async () => {
    expect(await xinli('config check', { PORT: 'x', XINLI_STRICT: 'y' })).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(/PORT is "x"[^]*XINLI_STRICT is "y"/),
    });
    const { out } = await xinli('config print --json', { XINLI_ADMIN_TOKEN: admin });
    expect(JSON.parse(out)).toMatchObject({ port: 3_000, adminToken: '[secret]' });
  });
});

describe('xinli doctor', () => {
  test('passes on a machine that is ready, and leaves nothing behind', async () => {
    const data = join(folder, 'not', 'yet');
    const { exitCode, out } = await xinli('doctor --json', { XINLI_DATA: data, PORT: '0' });
    const node = inspectNode(process.versions.node) === null ? 'ok' : 'warning';
    expect(JSON.parse(out)).toMatchObject([
      { about: 'node', level: node },
      ...['data', 'port', 'store'].map((about) => ({ about, level: 'ok' })),
    ]);
    expect(exitCode).toBe(0);
    expect(existsSync(join(folder, 'not'))).toBe(false);
  });

  test('names a port that is taken, and a data folder that is none', async () => {
    await using server = await answering(200, {});
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const env = { XINLI_DATA: join(file, 'data'), PORT: String(server.port), XINLI_HOST: '127.0.0.1' };
    const { exitCode, out } = await xinli('doctor', env);
    expect(out).toMatch(/✗ data folder [^]*✗ port \d+ cannot be used \(EADDRINUSE\)/);
    expect(exitCode).toBe(1);
  });

  describe('with Redis', () => {
    const socket = join(folder, 'redis.sock');
    const redis = spawn(
      'redis-server',
      ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', folder],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    beforeAll(async () => {
      for await (const line of createInterface(redis.stdout)) if (/ready to accept/i.test(line)) break;
    });
    afterAll(async () => {
      if (redis.exitCode === null && redis.kill()) await once(redis, 'exit');
    });
    const env = { XINLI_DATA: folder, PORT: '0', XINLI_STORE: 'redis', REDIS_URL: socket };
    const levels = async (more: Environment) =>
      (await examine(readConfig({ ...env, ...more }), wordsFor({}))).map(
        ({ about, level }) => `${about} ${level}`,
      );

    test('warns of what can lose votes, and fails when asked to be strict', async () => {
      expect(await levels({})).toEqual(
        expect.arrayContaining(['secrets warning', 'redis warning', 'clock ok']),
      );
      expect(await levels({ XINLI_STRICT: '1' })).toContain('redis failure');
    });

    test('fails when Redis is away', async () => {
      const { exitCode, out } = await xinli('doctor', { ...env, REDIS_URL: join(folder, 'absent.sock') });
      expect(out).toContain('✗ Redis does not answer (ENOENT)');
      expect(exitCode).toBe(1);
    });
  });
});

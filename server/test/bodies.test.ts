import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_TOKEN, startTestApp, type TestApp } from './app.ts';
import { request } from './exchange.ts';
import { refused } from './sockets.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app[Symbol.asyncDispose]());

/** No file, line or module of ours in an answer. */
const TRACE = /\.[jt]s:\d|node_modules|at \w+ \(|\/server\//;

const COMMANDS = '/api/v1/events/show/commands';
const json = 'Content-Type: application/json';
const reaction = { command: 'reaction:send', input: { kind: 'like', count: 1 } };

const post = (headers: readonly string[], body: string) =>
  request(
    app,
    'POST',
    COMMANDS,
    [`Authorization: Bearer ${ADMIN_TOKEN}`, `Content-Length: ${Buffer.byteLength(body)}`, ...headers],
    body,
  );

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
    expect(answer.text).not.toMatch(TRACE);
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
    expect(answer.text).not.toMatch(TRACE);
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

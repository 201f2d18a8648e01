import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';
import { request } from './exchange.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app[Symbol.asyncDispose]());

/** No file, line or module of ours in an answer. */
const TRACE = /\.[jt]s:\d|node_modules|at \w+ \(|\/server\//;

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
    const { status, text } = await request(app, 'GET', path);
    expect([400, 404]).toContain(status);
    expect(text).not.toContain('root:');
    expect(text).not.toContain('devDependencies');
    expect(text).not.toMatch(TRACE);
  });

  test('H15 GET // is the portal or nothing', async () => {
    const { status, text } = await request(app, 'GET', '//');
    expect([200, 404]).toContain(status);
    expect(text).not.toMatch(TRACE);
  });

  test('H8 more header than anybody needs: 431', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => `x-${index}: ${index}`);
    expect((await request(app, 'GET', '/healthz', many)).status).toBe(431);
    expect((await request(app, 'GET', '/healthz', [`x: ${'y'.repeat(20_000)}`])).status).toBe(431);
  });

  test('H16 a header called __proto__ is a header', async () => {
    expect((await request(app, 'GET', '/healthz', ['__proto__: x', 'constructor: y'])).status).toBe(200);
  });

  test('H20 both a length and chunks: 400', async () => {
    const both = ['Content-Length: 4', 'Transfer-Encoding: chunked', 'Content-Type: application/json'];
    expect((await request(app, 'POST', '/api/v1/events', both, '0\r\n\r\n')).status).toBe(400);
  });

  test('H21 an address that only a header says is not believed, unless a proxy is trusted', async () => {
    const forged = [
      '1.2.3.4',
      '::ffff:1.2.3.4',
      '"><script>',
      Array.from({ length: 1000 }, () => '1.2.3.4').join(),
    ];
    for (const hop of forged)
      expect((await request(app, 'GET', '/metrics', [`X-Forwarded-For: ${hop}`])).status).toBe(200);
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
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
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

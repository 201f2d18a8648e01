import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openFolder, sharedRedis, startTestApp } from './app.ts';
import { describeNodes } from './nodes.ts';
import { startProcess, type TestProcess } from './process.ts';
import { startRedis } from './redis.ts';
import { type Client, join, joinMany } from './sockets.ts';
import { until } from './until.ts';

/** Sockets per worker, as any one of them tells. */
async function connections(server: TestProcess): Promise<Map<string, number>> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const samples = text.matchAll(/^xinli_connections\{[^}]*worker="(\d+)"[^}]*\} (\d+)$/gm);
  return new Map([...samples].map(([, worker = '', count]) => [worker, Number(count)]));
}

const workersOf = ({ pid }: TestProcess): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);

describeNodes('several workers on one machine', () => {
  test('share one port and one state; one that dies comes back, and its viewers with it', async () => {
    await using redis = await startRedis();
    const engine = sharedRedis(redis.url);
    await using folder = await openFolder();
    await (await startTestApp({ engine, folder: folder.path })).close();
    await using server = await startProcess(
      {
        XINLI_STORE: 'redis',
        REDIS_URL: engine.redis,
        XINLI_REDIS_PREFIX: engine.prefix,
        XINLI_DATA: folder.path,
        XINLI_DRAIN_SECONDS: '1',
      },
      ['--workers', '2'],
    );
    await until('both listen', async () => (await connections(server)).size === 2);
    await using viewers = await joinMany(server, 24);
    const [one = 0, two = 0] = (await connections(server)).values();
    expect([one + two, one * two > 0]).toEqual([24, true]);
    await viewers[0].run('comment:post', { text: '同一台机器' });
    for (const viewer of viewers) await viewer.until('the comment', ({ texts }) => texts.length === 1);

    const [victim = -1] = workersOf(server);
    process.kill(victim, 'SIGKILL');
    // Until it is gone altogether it may take a newcomer along; a viewer's page tries again, `join` does not.
    await until('it is gone', () => !workersOf(server).includes(victim));
    await until('some are lost', () => viewers.some(({ lost }) => lost !== null));
    const back: Client[] = [];
    for (const { lost, welcome } of viewers) {
      if (lost !== null) back.push(await join(server, { token: welcome.token }));
    }
    for (const viewer of back) expect(viewer.texts).toEqual(['同一台机器']);
    await until('another worker is there', () => workersOf(server).length === 2);
    await until('it tells its metrics', async () => (await connections(server)).size === 2);

    const ended = server.end('SIGTERM');
    for (const viewer of back) {
      expect(await viewer.until('closed', ({ lost }) => lost)).toBe('transport close');
      await viewer[Symbol.asyncDispose]();
    }
    expect(await ended).toBe(0);
  });

  test('are refused on the embedded engine, and on a port that is taken', async () => {
    const main = fileURLToPath(new URL('../main.ts', import.meta.url));
    const start = (env: Record<string, string>) =>
      spawnSync(process.execPath, [main, '--workers', '2'], {
        env: { PATH: process.env['PATH'], ...env },
        encoding: 'utf8',
      });
    expect(start({}).stderr).toContain('XINLI_WORKERS is "2", and the embedded engine is for one process');
    await using other = await startTestApp();
    const taken = start({ XINLI_STORE: 'redis', XINLI_HOST: '127.0.0.1', PORT: String(other.port) });
    expect([taken.status, taken.stderr]).toEqual([1, expect.stringContaining('EADDRINUSE')]);
  });
});

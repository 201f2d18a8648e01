import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openFolder, startTestApp } from './app.ts';
import { openPoll } from './ballots.ts';
import { imageEnvironment, layOut } from './image.ts';
import { describeNodes } from './nodes.ts';
import { join as joinEvent } from './sockets.ts';
import { until } from './until.ts';

const run = promisify(execFile);

test('what deploy/Dockerfile builds starts, is ready, serves its pages, and stops when it is told to', async () => {
  await using image = await layOut('deploy/Dockerfile');
  const names = image.instructions.map(({ name, rest }) => `${name} ${rest}`);
  expect(names).toContain('USER node');
  expect(names.indexOf('USER node')).toBeLessThan(names.findIndex((line) => line.startsWith('CMD ')));
  const packages = await readdir(image.at('/app/node_modules'));
  expect(packages).toContain('socket.io');
  for (const absent of ['node', 'vite', 'typescript', 'react', 'vitest'])
    expect(packages).not.toContain(absent);
  expect(existsSync(image.at('/app/client'))).toBe(false);

  const [program = '', ...args] = image.command;
  expect(program).toBe('node');
  const env = imageEnvironment({
    ...image.environment,
    PORT: '0',
    XINLI_HOST: '127.0.0.1',
    XINLI_DRAIN_SECONDS: '0',
    XINLI_LOG_LEVEL: 'warn',
  });
  const server = spawn(program, args, { cwd: image.at('/app'), env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = once(server, 'exit');
  let said = '';
  const listening = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (url !== undefined) resolve(url);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', (code) => reject(new Error(`it ended with ${code}:\n${said}`)));
  });
  try {
    const url = await listening;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const page = await (await fetch(`${url}/e/demo`)).text();
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1];
    expect((await fetch(`${url}${script}`)).status).toBe(200);
    expect((await fetch(`${url}/demo/clip.m3u8`)).status).toBe(200);
    const [check = '', ...how] = image.healthcheck;
    await run(check, how, { env: { ...env, PORT: new URL(url).port } });
  } finally {
    server.kill('SIGTERM');
  }
  expect(await exit).toEqual([0, null]);
}, 180_000);

describeNodes('the Redis of deploy/', () => {
  test('its settings and its one user are all that a strict node asks for, and no more', async () => {
    await using folder = await openFolder();
    const users = join(folder.path, 'users.acl');
    await writeFile(users, (await readFile('deploy/users.acl', 'utf8')).replace('PASSWORD', 'abc123'));
    const port = await freePort();
    const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder.path, '--aclfile', users];
    const redis = spawn('redis-server', ['deploy/redis.conf', ...settings], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const gone = once(redis, 'exit');
    for await (const chunk of redis.stdout) if (String(chunk).includes('Ready to accept')) break;
    try {
      const engine = { redis: `redis://xinli:abc123@127.0.0.1:${port}`, prefix: 'xinli:' };
      await using one = await startTestApp({ engine, isStrict: true });
      await using two = await startTestApp({ engine, isStrict: true });
      const poll = await openPoll(one);
      await using viewer = await joinEvent(two);
      await viewer.run('comment:post', { text: '好' });
      await viewer.run('poll:vote', poll.vote(1));
      await two.run('viewer:kick', { viewerId: viewer.welcome.you.id });
      await until('kicked across nodes', () => viewer.lost !== null);
      await one.create('gone', { rehearsal: true });
      await one.run('event:clear', {}, 'gone');
      const unsafe = [...one.logged, ...two.logged].filter((line) => line.includes('"level":"unsafe"'));
      expect(unsafe).toEqual([]);
      await expect(startTestApp({ engine: { ...engine, prefix: 'other:' } })).rejects.toThrow(
        /NOPERM|permission/,
      );
    } finally {
      redis.kill('SIGKILL');
      await gone;
    }
  });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A Redis of one's own, with nothing in it, that forgets nothing while it lives: `await using redis = await startRedis()`. */
export type TestRedis = {
  url: string;
  port: number;
  /** Of the process that runs now. */
  readonly pid: number;
  /** As if the machine had lost power: no good-bye, no save. */
  kill(): Promise<void>;
  /** Starts it again on the same port with what its disk holds; kills it first when it runs. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

const ATTEMPTS = 5;
const START_MS = 10_000;

/** The program's path, or null when this machine has none. */
export function findRedisServer(): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const program = join(folder, 'redis-server');
    try {
      accessSync(program, constants.X_OK);
      return program;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

export async function startRedis(): Promise<TestRedis> {
  const program = findRedisServer();
  if (program === null) throw new Error('redis-server is not installed (Debian: apt-get install redis-server).');
  const folder = mkdtempSync(join(tmpdir(), 'xinli-redis-'));
  let { port, child } = await startOnFreePort(program, folder);

  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
  async function stop(): Promise<void> {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    get pid() {
      return child.pid ?? -1;
    },
    kill,
    async restart() {
      await kill();
      child = await start(program, folder, port);
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** Another program may take the port between our asking for a free one and Redis binding it. */
async function startOnFreePort(program: string, folder: string): Promise<{ port: number; child: ChildProcess }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { port, child: await start(program, folder, port) };
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function start(program: string, folder: string, port: number): Promise<ChildProcess> {
  const child = spawn(
    program,
    [
      ...['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
      ...['--appendonly', 'yes', '--appendfsync', 'always'],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', (text) => (output += String(text)));
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`redis-server ended before it was ready:\n${output}`)));
  });
  const patience = new AbortController();
  try {
    await Promise.race([failed, answers(port, patience.signal)]);
    return child;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    patience.abort();
  }
}

/** Resolves when PING is answered with PONG. */
async function answers(port: number, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (!(await ping(port))) {
    if (signal.aborted || Date.now() > deadline) throw new Error(`redis-server on ${port} does not answer.`);
    await delay(10);
  }
}

function ping(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (reply) => socket.end(() => resolve(String(reply).startsWith('+PONG'))));
    socket.once('error', () => resolve(false));
  });
}

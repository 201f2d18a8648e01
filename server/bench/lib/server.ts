import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startRedis } from '../../test/redis.ts';
import { profileFolder, storeAsked } from './options.ts';
import { cpuSecondsOf, onCpu, rssKbOf } from './process.ts';

const main = fileURLToPath(new URL('../../main.ts', import.meta.url));
const ADMIN_TOKEN = 'bench-admin-token-0123456789';

/** The product as an operator starts it: its own process, in a temporary folder, on a free port of the loopback. */
export type BenchServer = {
  readonly pid: number;
  readonly port: number;
  readonly url: string;
  readonly dataFolder: string;
  /** From the process being started to `/readyz` saying yes, in milliseconds. */
  readonly readyMs: number;
  /** CPU seconds used since it started, user and system. */
  cpuSeconds(): number;
  rssKb(): number;
  kill(): Promise<void>;
  /** The same command with the same data, as an operator would restart it. */
  restart(): Promise<BenchServer>;
  post(path: string, body: unknown): Promise<unknown>;
  [Symbol.asyncDispose](): Promise<void>;
};

type Options = { env?: Record<string, string>; dataFolder?: string; cpu?: number };

/** On the engine its environment names, else on the one that was asked for, with a Redis of its own. */
export async function startServer(options: Options = {}): Promise<BenchServer> {
  if (storeAsked === 'sqlite' || options.env?.['XINLI_STORE'] !== undefined) return start(options);
  const redis = await startRedis();
  const env = { ...options.env, XINLI_STORE: 'redis', REDIS_URL: redis.url };
  const server = await start({ ...options, env });
  return {
    ...server,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await redis.stop();
    },
  };
}

async function start({ env = {}, dataFolder, cpu }: Options): Promise<BenchServer> {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'xinli-bench-')));
  const startedAt = performance.now();
  const profiling = profileFolder === null ? [] : ['--cpu-prof', '--cpu-prof-dir', profileFolder];
  const [file, ...args] = onCpu(cpu, [process.execPath, ...profiling, main]) as [string, ...string[]];
  const child = spawn(file, args, {
    env: {
      ...process.env,
      PORT: '0',
      XINLI_HOST: '127.0.0.1',
      XINLI_DATA: folder,
      XINLI_ADMIN_TOKEN: ADMIN_TOKEN,
      XINLI_SECRET: 'bench-signing-key-0123456789-0123456789',
      XINLI_LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await portOf(child);
  const url = `http://127.0.0.1:${port}`;
  while (
    !(await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    ))
  );
  const readyMs = performance.now() - startedAt;
  const pid = child.pid as number;

  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => void child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  };

  return {
    pid,
    port,
    url,
    dataFolder: folder,
    readyMs,
    cpuSeconds: () => cpuSecondsOf(pid),
    rssKb: () => rssKbOf(pid),
    kill,
    async restart() {
      await kill();
      return start({ env, dataFolder: folder, ...(cpu !== undefined && { cpu }) });
    },
    async post(path, body) {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return answer.json();
    },
    async [Symbol.asyncDispose]() {
      if (profileFolder !== null) await stopInPeace(child);
      await kill();
      if (dataFolder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A profile is written on a clean exit alone. */
const stopInPeace = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    if (!child.kill('SIGINT')) resolve();
  });

/** The port, from the link that is printed when the server listens. */
const portOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const port = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(text)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });

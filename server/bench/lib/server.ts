import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

const TICKS_PER_SECOND = 100;

export async function startServer({ env = {}, dataFolder, cpu }: Options = {}): Promise<BenchServer> {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'xinli-bench-')));
  const startedAt = performance.now();
  const command =
    cpu === undefined ? [process.execPath, main] : ['taskset', '-c', String(cpu), process.execPath, main];
  const child = spawn(command[0] as string, command.slice(1), {
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
    cpuSeconds() {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
    },
    rssKb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]),
    kill,
    async restart() {
      await kill();
      return startServer({ env, dataFolder: folder, ...(cpu !== undefined && { cpu }) });
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
      await kill();
      if (dataFolder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

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

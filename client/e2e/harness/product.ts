import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addFaults } from './faults.ts';

const main = fileURLToPath(new URL('../../../server/main.ts', import.meta.url));
const built = fileURLToPath(new URL('../../../dist/client/viewer/index.html', import.meta.url));

export const ADMIN_TOKEN = 'admin-token-of-the-story';
const SECRET = 'signing-key-of-the-story-0123456789';

/** The product as an operator runs it: one process on a free port of the loopback, with a data folder of its own. */
export type Product = {
  url: string;
  /** A request of an administrator. Throws when it is refused. */
  post(path: string, body: unknown): Promise<unknown>;
  /** As if its machine had lost its power. */
  kill(): Promise<void>;
  /** Stops it as an operator would. Not to stop well, or to have logged an error, is a fault. */
  [Symbol.asyncDispose](): Promise<void>;
};

export async function startProduct(settings: Record<string, string> = {}): Promise<Product> {
  if (!existsSync(built)) throw new Error('The pages are not built: run npx vite build, or npm test.');
  const folder = await mkdtemp(join(tmpdir(), 'xinli-e2e-'));
  const child = spawn(process.execPath, [main], {
    env: {
      ...withoutSettings(process.env),
      NODE_ENV: 'production',
      PORT: '0',
      XINLI_HOST: '127.0.0.1',
      XINLI_DATA: folder,
      XINLI_ADMIN_TOKEN: ADMIN_TOKEN,
      XINLI_SECRET: SECRET,
      XINLI_LOG_LEVEL: 'error',
      XINLI_DRAIN_SECONDS: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = listenTo(child);
  const url = await urlOf(child, said);
  let wasKilled = false;

  return {
    url,
    async post(path, body) {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${path}: ${text}`);
      return JSON.parse(text);
    },
    async kill() {
      wasKilled = true;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    async [Symbol.asyncDispose]() {
      if (isRunning(child)) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
      if (child.exitCode !== 0 && !wasKilled)
        addFaults('the server', [`ended with ${child.exitCode}:\n${said.all()}`]);
      addFaults('the server', said.all().match(/^\{"level":"(?:error|fatal)".*$/gm) ?? []);
    },
  };
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

/** The machine's own settings must not reach into a test. */
const withoutSettings = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('XINLI_') && !name.startsWith('VITEST')),
  );

function listenTo(child: ChildProcess): { all(): string } {
  const chunks: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => void chunks.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => void chunks.push(chunk.toString()));
  return { all: () => chunks.join('') };
}

/** From the links it prints once it listens. */
const urlOf = (child: ChildProcess, said: { all(): string }): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`the server ended with ${code} at its start:\n${said.all()}`)),
    );
    child.stdout?.on('data', () => {
      const url = /(http:\/\/127\.0\.0\.1:\d+)\//.exec(said.all())?.[1];
      if (url !== undefined) resolve(url);
    });
  });

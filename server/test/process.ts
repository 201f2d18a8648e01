import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ADMIN_TOKEN, SECRET } from './app.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** The server as an operator starts it, in a process of its own, on a free port. */
export type TestProcess = {
  url: string;
  pid: number;
  /** Sends a signal and resolves with the exit code once it has ended; null when the signal ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Resolves once it has printed its links, which it does when it listens. */
export async function startProcess(
  settings: Record<string, string>,
  flags: readonly string[] = [],
): Promise<TestProcess> {
  const child = spawn(process.execPath, [main, ...flags], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      XINLI_HOST: '127.0.0.1',
      XINLI_ADMIN_TOKEN: ADMIN_TOKEN,
      XINLI_SECRET: SECRET,
      XINLI_LOG_LEVEL: 'silent',
      XINLI_DEMO: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      output += String(text);
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    });
    ended.then(([code]) => reject(new Error(`the server ended with ${code} before it listened`)), reject);
  });
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return (await ended)[0];
  };
  return { url, pid: child.pid ?? -1, end, [Symbol.asyncDispose]: async () => void (await end('SIGKILL')) };
}

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openFolder } from './app.ts';
import { until } from './until.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

test('`npm run dev` serves the pages from their sources, and does not take its own files for changes', async () => {
  await using folder = await openFolder();
  const child = spawn(process.execPath, ['--watch', '--watch-preserve-output', main], {
    env: { PATH: process.env.PATH, PORT: '0', XINLI_DEV: '1', XINLI_DATA: folder.path },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // the watcher and the server it started end together
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  try {
    const url = await until('it listens', () => /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0]);
    const answers = await Promise.all(
      ['/e/demo', '/viewer/main.tsx', '/@vite/client'].map((path) => fetch(`${url}${path}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await answers[0]?.text()).toContain('/@vite/client');
    expect(output).not.toContain('Restarting');
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }
});

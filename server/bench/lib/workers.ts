import { readFileSync } from 'node:fs';
import { cpuSecondsOf, rssKbOf } from './process.ts';
import type { BenchServer } from './server.ts';

/** Several workers behind one port, as one: what all of them use together. */
export type Together = { readonly count: number; cpuSeconds(): number; rssKb(): number };

/** Of a server that was started with XINLI_WORKERS; resolves once so many are there and have started. */
export async function togetherOf(server: BenchServer, count: number): Promise<Together> {
  const children = (): number[] =>
    readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map(Number);
  const listening = async (): Promise<number> => {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    return new Set([...text.matchAll(/^xinli_connections\{[^}]*worker="(\d+)"/gm)].map(([, n]) => n)).size;
  };
  while ((await listening()) < count) await new Promise((resolve) => void setTimeout(resolve, 200));
  const sum = (of: (pid: number) => number): number => children().reduce((all, pid) => all + of(pid), 0);
  return { count, cpuSeconds: () => sum(cpuSecondsOf), rssKb: () => sum(rssKbOf) };
}

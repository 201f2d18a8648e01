import { cpus, release, totalmem } from 'node:os';
import { isJson, storeAsked } from './options.ts';

/** The value below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** What was measured on. */
export const box = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'cpu'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, Node ${process.versions.node}`;

/**
 * One line of a suite. `subject` is `xinli` for ours, else the peer. Frames and comments per second are what each
 * viewer received; CPU is the server process's, user and system.
 */
export type Result = { suite: string; subject: string } & Record<string, string | number>;

/** All that was printed in this round. */
export const printed: Result[] = [];

/** One line per result: JSON with `--json`, else for people. What was not measured is left out. */
export function print(result: Result): void {
  const known = Object.entries(result).filter(
    ([, value]) => typeof value !== 'number' || Number.isFinite(value),
  );
  const line = Object.fromEntries(known) as Result;
  if (line.subject === 'xinli' && storeAsked === 'redis') line['store'] = storeAsked;
  printed.push(line);
  const { suite, subject, ...figures } = line;
  const text = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  process.stdout.write(isJson ? `${JSON.stringify(line)}\n` : `${suite} · ${subject}: ${text.join(' · ')}\n`);
}

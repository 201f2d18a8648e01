import { cpus, release, totalmem } from 'node:os';

/** The value below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** What was measured on. */
export const box = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'cpu'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, Node ${process.versions.node}`;

export type Result = { suite: string; subject: string } & Record<string, string | number>;

/** One line per result: JSON with `--json`, else for people. */
export function print(result: Result): void {
  const { suite, subject, ...figures } = result;
  const text = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  process.stdout.write(
    process.argv.includes('--json')
      ? `${JSON.stringify(result)}\n`
      : `${suite} · ${subject}: ${text.join(' · ')}\n`,
  );
}

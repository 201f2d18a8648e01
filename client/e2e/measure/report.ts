import { cpus, release, totalmem } from 'node:os';

const word = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? undefined : (process.argv[at + 1] ?? '');
};

/** `--name N` of the command line. */
export const option = (name: string, otherwise: number): number => Number(word(name) ?? otherwise);

const isJson = word('json') !== undefined;

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** What was measured on. */
export const box = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'cpu'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, Node ${process.versions.node}`;

/** One line per figure: JSON with `--json`, else for people. */
export function print(subject: string, figures: Record<string, number>): void {
  const text = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  process.stdout.write(
    isJson
      ? `${JSON.stringify({ suite: 'browser', subject, ...figures })}\n`
      : `${subject}: ${text.join(' · ')}\n`,
  );
}

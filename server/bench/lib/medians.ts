import { isJson } from './options.ts';
import { percentile, type Result } from './report.ts';

/**
 * The median of several rounds and their spread, for each line of a round: the same suite and subject, in the order in
 * which a round prints them. A line that a round did not print (a peer that did not start) counts for the others alone.
 */
export function printMedians(rounds: readonly Result[][]): void {
  const lines = new Map<string, Result[]>();
  for (const round of rounds) {
    const seen = new Map<string, number>();
    for (const line of round) {
      const name = `${line.suite} · ${line.subject}`;
      const turn = seen.get(name) ?? 0;
      seen.set(name, turn + 1);
      const key = `${name} ${turn}`;
      lines.set(key, [...(lines.get(key) ?? []), line]);
    }
  }
  for (const same of lines.values()) process.stdout.write(isJson ? toJson(same) : toText(same));
}

type Spread = { median: number; least: number; most: number };

function spreadsOf(lines: readonly Result[]): [name: string, figure: Spread | string][] {
  const names = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  return names
    .filter((name) => name !== 'suite' && name !== 'subject')
    .map((name) => {
      const values = lines.map((line) => line[name]).filter((value) => value !== undefined);
      const numbers = values.filter((value) => typeof value === 'number');
      if (numbers.length === 0) return [name, [...new Set(values)].join(' | ')];
      return [
        name,
        { median: percentile(numbers, 0.5), least: Math.min(...numbers), most: Math.max(...numbers) },
      ];
    });
}

function toJson(lines: readonly Result[]): string {
  const { suite, subject } = lines[0] as Result;
  const figures = Object.fromEntries(spreadsOf(lines));
  return `${JSON.stringify({ suite, subject, rounds: lines.length, medians: figures })}\n`;
}

function toText(lines: readonly Result[]): string {
  const { suite, subject } = lines[0] as Result;
  const figures = spreadsOf(lines).map(([name, figure]) => {
    if (typeof figure === 'string') return `${name} ${figure}`;
    const { median, least, most } = figure;
    return least === most ? `${name} ${median}` : `${name} ${median} (${least}–${most})`;
  });
  return `median of ${lines.length}: ${suite} · ${subject}: ${figures.join(' · ')}\n`;
}

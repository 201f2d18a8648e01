import { Tabulation } from '#shared/model/tabulation.ts';
import { toFixed } from '#shared/rules/scoring/exact.ts';
import { tabulate as count } from '#shared/rules/scoring/tabulate.ts';
import { percentile, print, round } from './lib/report.ts';

const [JUDGES, ENTRIES, CRITERIA] = [20, 200, 6];
const RUNS = 30;
const MIB = 1_048_576;

/** The largest contest: 20 judges × 200 entries × 6 criteria, 24,000 values, with an audience, penalties and a chain of ties. */
export function tabulate(): Promise<void> {
  const text = JSON.stringify(largest());
  for (const aggregate of [{ rule: 'mean' }, { rule: 'trimmedMean', high: 1, low: 1, minJudges: 5 }]) {
    const file = JSON.parse(text) as ReturnType<typeof largest>;
    if (file.parts[0] !== undefined) file.parts[0].aggregate = aggregate;
    measure(`${aggregate.rule} + votes`, file);
  }
  return Promise.resolve();
}

function measure(subject: string, file: object): void {
  const [parsing, counting]: [number[], number[]] = [[], []];
  globalThis.gc?.();
  const before = process.memoryUsage();
  let most = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    const parsed = Tabulation.parse(file);
    const between = performance.now();
    const { results } = count(parsed);
    parsing.push(between - start);
    counting.push(performance.now() - between);
    if (results.length !== ENTRIES) throw new Error('an entry is missing');
    most = Math.max(most, process.memoryUsage().heapUsed);
  }
  print({
    suite: 'tabulate',
    subject,
    values: JUDGES * ENTRIES * CRITERIA,
    runs: RUNS,
    parseP50Ms: round(percentile(parsing, 0.5)),
    countP50Ms: round(percentile(counting, 0.5)),
    countMaxMs: round(Math.max(...counting)),
    heapGrowthMiB: round((most - before.heapUsed) / MIB),
    rssMiB: round(process.memoryUsage().rss / MIB, 0),
  });
}

/** Values on a grid of half points, so that many figures are level and the chain has work to do. */
function largest() {
  const ids = (letter: string, length: number): string[] =>
    Array.from({ length }, (_, index) => `${letter}${index + 1}`);
  const [entries, judges, criteria] = [ids('e', ENTRIES), ids('j', JUDGES), ids('c', CRITERIA)];
  const valueOf = (judge: number, entry: number, criterion: number): string =>
    toFixed({ n: BigInt(10 + ((judge * 7 + entry * 13 + criterion * 5) % 11)), d: 2n }, 1);
  return {
    decimals: 3,
    entries,
    parts: [
      {
        id: 'judges',
        weight: 60,
        criteria: criteria.map((id) => ({ id, weight: '1', min: '0', max: '10', step: '0.5' })),
        aggregate: { rule: 'mean' } as object,
        scorecards: judges.flatMap((judge, j) =>
          entries.map((entry, e) => ({
            judge,
            entry,
            values: Object.fromEntries(criteria.map((id, c) => [id, valueOf(j, e, c)])),
          })),
        ),
      },
      {
        id: 'audience',
        weight: 40,
        scale: '60',
        aggregate: { rule: 'maxScaled' },
        votes: Object.fromEntries(entries.map((id, index) => [id, (index * 37) % 50])),
      },
    ],
    combine: 'weighted',
    penalties: entries.filter((_, index) => index % 9 === 0).map((entry) => ({ entry, points: '0.2' })),
    tieBreak: ['exact', 'criterion:c1', 'headToHead', 'audience', 'tieBreakJudge', 'shared'],
    tieBreakJudge: entries.toReversed(),
  };
}

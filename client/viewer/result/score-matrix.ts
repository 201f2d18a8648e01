import type { ScorecardPart } from '#shared/model/tabulation.ts';
import { compare, type Exact, multiply, parseDecimal, sum } from '#shared/rules/scoring/exact.ts';

export type Cell = {
  /** Null where there is no card; `recused` says why. */
  score: Exact | null;
  isRecused: boolean;
  struck: 'high' | 'low' | null;
};

/** Every entry's scores by judge, with those struck through that the trimmed mean leaves out (SC-7). */
export function scoreMatrix(
  part: ScorecardPart,
  entries: readonly string[],
  judges: readonly string[],
): Map<string, Map<string, Cell>> {
  const weights = part.criteria.map(({ id, weight }) => ({ id, weight: parseDecimal(weight) }));
  const scoreOf = (entry: string, judge: string): Exact | null => {
    const card = part.scorecards.find((one) => one.entry === entry && one.judge === judge);
    if (!card) return null;
    return sum(weights.map(({ id, weight }) => multiply(weight, parseDecimal(card.values[id] ?? '0'))));
  };
  const isRecused = (entry: string, judge: string): boolean =>
    part.recused.some((one) => one.entry === entry && one.judge === judge);
  return new Map(
    entries.map((entry) => {
      const scores = judges.map((judge) => scoreOf(entry, judge));
      const struck = struckOf(part.aggregate, scores);
      const cells = judges.map((judge, index): [string, Cell] => [
        judge,
        { score: scores[index] ?? null, isRecused: isRecused(entry, judge), struck: struck[index] ?? null },
      ]);
      return [entry, new Map(cells)];
    }),
  );
}

/** Exactly so many at each end; of equal scores those that stand first. */
export function struckOf(
  aggregate: ScorecardPart['aggregate'],
  scores: readonly (Exact | null)[],
): ('high' | 'low' | null)[] {
  const marks: ('high' | 'low' | null)[] = scores.map(() => null);
  if (aggregate.rule !== 'trimmedMean') return marks;
  const counted = scores.flatMap((score, index) => (score === null ? [] : [{ score, index }]));
  if (counted.length < aggregate.minJudges) return marks;
  counted.sort((a, b) => compare(b.score, a.score) || a.index - b.index);
  for (const { index } of counted.slice(0, aggregate.high)) marks[index] = 'high';
  const rest = counted.slice(aggregate.high);
  for (const { index } of rest.slice(Math.max(0, rest.length - aggregate.low))) marks[index] = 'low';
  return marks;
}

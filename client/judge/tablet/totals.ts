import type { Criterion } from '#shared/model/ruleset.ts';
import type { Values } from '#shared/model/scorecard.ts';
import { scoreOf, showScore } from '#shared/rules/contest/values.ts';
import { topOf } from '../grid/grid.ts';

/** The highest score the criteria allow. */
export const fullMarks = (criteria: readonly Criterion[]): string =>
  showScore(scoreOf(criteria, topValues(criteria)));

const topValues = (criteria: readonly Criterion[]): Values =>
  Object.fromEntries(criteria.map((criterion) => [criterion.id, topOf(criterion)]));

/** A card's score in millionths, a whole number: Σ weight · value, both in thousandths. */
export const millionths = (criteria: readonly Criterion[], values: Values): number =>
  criteria.reduce((sum, { id, weight }) => sum + weight * (values[id] ?? 0), 0);

export type Span = { low: number; high: number };

/** The lowest and the highest of the scores with some air, or all that there is while there are none. */
export function spanOf(criteria: readonly Criterion[], scores: readonly number[]): Span {
  const bottom = criteria.reduce((sum, { weight, min }) => sum + weight * min, 0);
  const top = criteria.reduce((sum, criterion) => sum + criterion.weight * topOf(criterion), 0);
  if (scores.length === 0) return { low: bottom, high: top };
  const low = Math.min(...scores);
  const high = Math.max(...scores);
  const air = Math.max((high - low) / 2, (top - bottom) / 50);
  return { low: Math.max(bottom, low - air), high: Math.min(top, high + air) };
}

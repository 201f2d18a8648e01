import type { Round } from '../../model/contest.ts';
import type { Criterion, RuleSet } from '../../model/ruleset.ts';
import type { Values } from '../../model/scorecard.ts';
import { exact, type Exact, toFixed } from '../scoring/exact.ts';

/** Thousandths as the decimal string of the tabulation file: 9,500 is `9.500`. */
export const toDecimal = (thousandths: number): string => toFixed(exact(BigInt(thousandths), 1_000n), 3);

/** SC-2: a card's score, Σ weight · value. Both are in thousandths. */
export const scoreOf = (criteria: readonly Criterion[], values: Values): Exact =>
  exact(
    criteria.reduce((sum, { id, weight }) => sum + BigInt(weight) * BigInt(values[id] ?? 0), 0n),
    1_000_000n,
  );

/** A score without zeros at its end: `9.5`. */
export const showScore = (score: Exact): string => toFixed(score, 6).replace(/\.?0+$/, '');

/**
 * Why a card cannot be taken, naming the rule and the criterion, or null. A draft may still be incomplete; a signed
 * card has every criterion, and its sum within the round's own limits (SC-1, SC-2).
 */
export function problemWith(
  { criteria, rules }: Pick<Round, 'criteria' | 'rules'>,
  values: Values,
  state: 'draft' | 'signed',
): string | null {
  const strange = Object.keys(values).find((id) => !criteria.some((criterion) => criterion.id === id));
  if (strange !== undefined) return `SC-1: ${strange} is not a criterion of this round`;
  for (const criterion of criteria) {
    const value = values[criterion.id];
    if (value !== undefined) {
      const problem = outside(criterion, value);
      if (problem !== null) return problem;
    } else if (state === 'signed') return `SC-2: ${criterion.id} has no value`;
  }
  return state === 'signed' ? totalProblem(criteria, values, rules.total) : null;
}

function outside({ id, min, max, step }: Criterion, value: number): string | null {
  if (value < min || value > max) {
    return `SC-1: ${id} ${toDecimal(value)} is not in [${toDecimal(min)}, ${toDecimal(max)}]`;
  }
  if ((value - min) % step !== 0) {
    return `SC-1: ${id} ${toDecimal(value)} is not on step ${toDecimal(step)} from ${toDecimal(min)}`;
  }
  return null;
}

function totalProblem(
  criteria: readonly Criterion[],
  values: Values,
  total: RuleSet['total'],
): string | null {
  if (total === null) return null;
  const { n, d } = scoreOf(criteria, values);
  const isIn = n * 1_000n >= BigInt(total.min) * d && n * 1_000n <= BigInt(total.max) * d;
  if (isIn) return null;
  return `SC-2: the sum ${showScore({ n, d })} is not in [${toDecimal(total.min)}, ${toDecimal(total.max)}]`;
}

export const sameValues = (a: Values, b: Values): boolean => {
  const ids = Object.keys(a) as (keyof Values)[];
  return ids.length === Object.keys(b).length && ids.every((id) => a[id] === b[id]);
};

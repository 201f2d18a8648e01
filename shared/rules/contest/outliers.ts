import type { Round } from '../../model/contest.ts';
import type { Card } from '../../model/scorecard.ts';
import { compare, exact, type Exact, multiply, subtract, sum } from '../scoring/exact.ts';
import { median } from '../scoring/means.ts';
import { scoreOf } from './values.ts';

/** Fewer scores than this have no middle to be far from. */
const LEAST = 5;
/** Three times the usual distance from the middle, as a normal spread has it (1.4826 × median distance). */
const USUAL = exact(44_478n, 10_000n);
/** And at least a twentieth of what a card can span, so that unanimous panels raise no alarm over nothing. */
const SPAN = exact(1n, 20n);

/**
 * B8: cards of one entry that lie far from the middle of the others'. A hint for head judge and scrutineer, who look;
 * no figure depends on it. Only locked cards are looked at.
 */
export function outliersOf(
  { criteria }: Pick<Round, 'criteria'>,
  cards: readonly Pick<Card, 'judgeId' | 'status' | 'values'>[],
): Set<Card['judgeId']> {
  const scored = cards
    .filter(({ status }) => status === 'locked')
    .map(({ judgeId, values }) => ({ judgeId, score: scoreOf(criteria, values) }));
  if (scored.length < LEAST) return new Set();
  const middle = median(scored.map(({ score }) => score)).value;
  const far = scored.map(({ judgeId, score }) => ({ judgeId, by: distance(score, middle) }));
  const usual = multiply(median(far.map(({ by }) => by)).value, USUAL);
  const span = multiply(
    sum(criteria.map(({ min, max, weight }) => exact(BigInt(weight) * BigInt(max - min), 1_000_000n))),
    SPAN,
  );
  const limit = compare(usual, span) > 0 ? usual : span;
  return new Set(far.filter(({ by }) => compare(by, limit) > 0).map(({ judgeId }) => judgeId));
}

function distance(a: Exact, b: Exact): Exact {
  const by = subtract(a, b);
  return by.n < 0n ? { n: -by.n, d: by.d } : by;
}

import type { Criterion, RuleSet } from '#shared/model/ruleset.ts';
import type { Refusal } from '#shared/protocol/errors.ts';
import { scoreOf, showScore } from '#shared/rules/contest/values.ts';

export type ValueProblem = 'range' | 'step';

/** SC-1: why a value cannot stand for a criterion. */
export function valueProblem({ min, max, step }: Criterion, value: number): ValueProblem | null {
  if (value < min || value > max) return 'range';
  return (value - min) % step === 0 ? null : 'step';
}

type Written = Readonly<Record<string, number | null>>;

/** SC-2: the card's score, and whether it may be sent: complete, in range, and its sum within the round's limits. */
export function checkCard(
  criteria: readonly Criterion[],
  total: RuleSet['total'],
  written: Written,
): { values: Record<Criterion['id'], number> | null; score: string | null; isOutOfTotal: boolean } {
  const values: Record<Criterion['id'], number> = {};
  for (const criterion of criteria) {
    const value = written[criterion.id];
    if (value == null || valueProblem(criterion, value) !== null)
      return { values: null, score: null, isOutOfTotal: false };
    values[criterion.id] = value;
  }
  const { n, d } = scoreOf(criteria, values);
  const isOut = total !== null && (n * 1_000n < BigInt(total.min) * d || n * 1_000n > BigInt(total.max) * d);
  return { values: isOut ? null : values, score: showScore({ n, d }), isOutOfTotal: isOut };
}

/** The version a card is at, where a refusal says so: a draft goes on without the desk hearing of it. */
export function versionIn({ details }: Pick<Refusal, 'details'>): number | null {
  if (typeof details !== 'object' || details === null || !('progress' in details)) return null;
  const { progress } = details;
  if (typeof progress !== 'object' || progress === null || !('version' in progress)) return null;
  return typeof progress.version === 'number' ? progress.version : null;
}

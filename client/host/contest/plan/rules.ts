import { LIMITS } from '#shared/limits.ts';
import type { Round } from '#shared/model/contest.ts';
import type { Criterion, RuleSet } from '#shared/model/ruleset.ts';

export type JudgesRule = NonNullable<RuleSet['judges']>['aggregate'];
export type AudienceRule = NonNullable<RuleSet['audience']>['aggregate'];

const PLACES = [12, 10, 8, 7, 6, 5, 4, 3, 2, 1];

/** The rule for judges by its name, with what it starts with. */
export function judgesRule(rule: JudgesRule['rule'], before: JudgesRule | null): JudgesRule {
  if (before?.rule === rule) return before;
  if (rule === 'trimmedMean') return { rule, high: 1, low: 1, minJudges: 5 };
  if (rule === 'rankPoints') return { rule, points: PLACES };
  return { rule };
}

/** The rule for the audience; full marks are a card's own, so that both parts are on one scale (SC-11). */
export function audienceRule(rule: AudienceRule['rule'], criteria: readonly Criterion[]): AudienceRule {
  if (rule === 'rankPoints') return { rule, points: PLACES };
  return { rule, scale: Math.max(1, fullMarks(criteria)) };
}

/** The most a card can come to, in thousandths (SC-2). */
export function fullMarks(criteria: readonly Pick<Criterion, 'max' | 'weight'>[]): number {
  const millionths = criteria.reduce((sum, { max, weight }) => sum + BigInt(max) * BigInt(weight), 0n);
  return Number(millionths / 1_000n);
}

type Weights = Pick<RuleSet, 'judges' | 'audience' | 'carry' | 'combine'>;

/** SC-11: what the weights of the parts that are there come to; null where parts are added as sets. */
export function weightSum({ judges, audience, carry, combine }: Weights): number | null {
  if (combine === 'sum') return null;
  return (judges?.weight ?? 0) + (audience?.weight ?? 0) + (carry?.weight ?? 0);
}

export type RuleProblem =
  | 'noParts'
  | 'weights'
  | 'trim'
  | 'total'
  | 'timeLimits'
  | 'timeSteps'
  | 'awardName'
  | 'carry'
  | 'zMean';

/** What does not fit together, as the server would refuse it; the first of it. */
export function ruleProblem(rules: RuleSet): RuleProblem | null {
  const { judges, audience, carry, total, time, awards } = rules;
  if (judges === null && audience === null && carry === null) return 'noParts';
  const sum = weightSum(rules);
  if (sum !== null && sum !== 100) return 'weights';
  if (judges?.aggregate.rule === 'zMean' && (audience !== null || carry !== null)) return 'zMean';
  if (judges?.aggregate.rule === 'trimmedMean') {
    const { high, low, minJudges } = judges.aggregate;
    if (minJudges <= high + low) return 'trim';
  }
  if (total !== null && total.min > total.max) return 'total';
  if (time !== null) {
    if (time.minSeconds !== null && time.maxSeconds !== null && time.minSeconds > time.maxSeconds)
      return 'timeLimits';
    if (!rises(time.over) || !rises(time.under)) return 'timeSteps';
  }
  if (awards.some(({ name }) => name.zh.trim() === '' && name.en.trim() === '')) return 'awardName';
  return null;
}

const rises = (steps: readonly { fromSeconds: number }[]): boolean =>
  steps.every(({ fromSeconds }, index) => {
    const before = steps[index - 1];
    return before === undefined || fromSeconds > before.fromSeconds;
  });

export type CriterionProblem = 'name' | 'range' | 'step' | 'none';

/** SC-1: what is wrong with a criterion as it is written. */
export function criterionProblem({ name, min, max, step, weight }: Criterion): CriterionProblem | null {
  if ([min, max, step, weight].some(Number.isNaN)) return 'none';
  if (name.zh.trim() === '' && name.en.trim() === '') return 'name';
  if (min >= max) return 'range';
  if (step < 1 || (max - min) % step !== 0) return 'step';
  return null;
}

/** An id that no other criterion of the round has. */
export function freshId(criteria: readonly { id: string }[]): string {
  let number = criteria.length + 1;
  while (criteria.some(({ id }) => id === `c${number}`)) number += 1;
  return `c${number}`;
}

/** SC-14: the steps that may stand in the chain, for these criteria. */
export const tieSteps = (criteria: readonly { id: string }[]): string[] => [
  'exact',
  ...criteria.map(({ id }) => `criterion:${id}`),
  'headToHead',
  'audience',
  'tieBreakJudge',
  'headJudge',
  'shared',
];

/** What is missing before a round can open. */
export type Unready = 'entries' | 'panel' | 'criteria' | 'rules' | 'carry' | 'ballot';

export function unready(round: Round, published: readonly string[]): Unready[] {
  const { entries, panel, criteria, rules } = round;
  const found: Unready[] = [];
  if (entries.length === 0) found.push('entries');
  if (rules.judges !== null && panel.length === 0) found.push('panel');
  if (rules.judges !== null && criteria.length === 0) found.push('criteria');
  if (ruleProblem(rules) !== null) found.push('rules');
  if (rules.carry !== null && !published.includes(rules.carry.roundId)) found.push('carry');
  if (rules.audience !== null && entries.length > LIMITS.ballotEntries) found.push('ballot');
  return found;
}

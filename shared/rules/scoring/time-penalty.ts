import { compare, parseDecimal } from './exact.ts';

/** What a step costs: points off as a decimal string, or the place in the ranking. */
export type TimeCost = { readonly points: string } | 'disqualified';
/** From so many milliseconds over (or under) the limit on, until the next step. */
export type TimeStep = { readonly fromMs: number; readonly cost: TimeCost };

/** SC-9. `null` where there is no such limit or cap. Steps rise by `fromMs`, from 0 on. */
export type TimeRule = {
  readonly shortestMs: number | null;
  readonly longestMs: number | null;
  /** Up to and including so many milliseconds off the limit cost nothing. */
  readonly graceMs: number;
  readonly over: readonly TimeStep[];
  readonly under: readonly TimeStep[];
  /** The most points a time may cost. */
  readonly cap: string | null;
};

export type TimePenalty =
  | { readonly kind: 'none' }
  | { readonly kind: 'points'; readonly points: string; readonly reason: string }
  | { readonly kind: 'disqualified'; readonly reason: string };

/** SC-9: what a time of so many milliseconds costs; it comes off after aggregation. Throws a RangeError. */
export function timePenalty(rule: TimeRule, timeMs: number): TimePenalty {
  if (!Number.isSafeInteger(timeMs) || timeMs < 0) throw new RangeError(`no time: ${timeMs} ms`);
  checkRule(rule);
  const overMs = rule.longestMs === null ? 0 : timeMs - rule.longestMs;
  const underMs = rule.shortestMs === null ? 0 : rule.shortestMs - timeMs;
  if (overMs > rule.graceMs) return costOf(rule.over, overMs, `overtime ${seconds(overMs)}`, rule.cap);
  if (underMs > rule.graceMs) return costOf(rule.under, underMs, `undertime ${seconds(underMs)}`, rule.cap);
  return { kind: 'none' };
}

function costOf(steps: readonly TimeStep[], offMs: number, reason: string, cap: string | null): TimePenalty {
  let cost: TimeCost | undefined;
  for (const step of steps) if (step.fromMs <= offMs) cost = step.cost;
  if (cost === undefined) return { kind: 'none' };
  if (cost === 'disqualified') return { kind: 'disqualified', reason };
  const isCapped = cap !== null && compare(parseDecimal(cost.points), parseDecimal(cap)) > 0;
  return { kind: 'points', points: isCapped ? cap : cost.points, reason };
}

function checkRule({ shortestMs, longestMs, graceMs, over, under, cap }: TimeRule): void {
  const insist = (isRight: boolean, complaint: string): void => {
    if (!isRight) throw new RangeError(`SC-9: ${complaint}`);
  };
  insist(graceMs >= 0, 'the grace is below 0');
  insist((shortestMs ?? 0) <= (longestMs ?? Infinity), 'the shortest time is above the longest');
  insist(cap === null || isLoss(cap), 'the cap is below 0');
  for (const steps of [over, under]) {
    insist(
      steps.every(({ fromMs }, index) => fromMs > (steps[index - 1]?.fromMs ?? -1)),
      'the steps do not rise from 0',
    );
    insist(
      steps.every(({ cost }) => cost === 'disqualified' || isLoss(cost.points)),
      'a step is below 0 points',
    );
  }
}

const isLoss = (points: string): boolean => parseDecimal(points).n >= 0n;
const seconds = (ms: number): string => `${ms / 1_000} s`;

import type { ScorecardPart } from '../../model/tabulation.ts';
import { compare, divide, parseDecimal, subtract, type Exact } from './exact.ts';
import { recusals } from './recusals.ts';
import { refuse, refuseRepeats, refuseStrangers } from './refusal.ts';

type Criterion = ScorecardPart['criteria'][number];
type Scale = {
  readonly criterion: Criterion;
  readonly min: Exact;
  readonly max: Exact;
  readonly step: Exact;
};

/** Refuses criteria that contradict themselves and cards that are not on them (SC-1, SC-2, SC-4, SC-7). */
export function checkScorecards(part: ScorecardPart, entries: ReadonlySet<string>): void {
  const { id, aggregate, criteria, scorecards, recused } = part;
  if (criteria.length === 0) refuse('SC-1', `${id}/criteria are missing`);
  refuseRepeats(
    'SC-1',
    `${id}/criteria`,
    criteria.map((criterion) => criterion.id),
  );
  const scales = criteria.map((criterion) => checkCriterion(id, criterion));
  if (aggregate.rule === 'trimmedMean' && aggregate.minJudges <= aggregate.high + aggregate.low) {
    const { minJudges, high, low } = aggregate;
    refuse('SC-7', `${id}/aggregate/minJudges ${minJudges} is not more than ${high} + ${low} dropped`);
  }

  const isRecused = recusals(id, recused, entries);
  const carded = new Map<string, Set<string>>();
  for (const { judge, entry, values } of scorecards) {
    const where = `${id}/${judge}/${entry}`;
    refuseStrangers('SC-1', `${id}/${judge}`, [entry], entries);
    if (carded.get(judge)?.has(entry)) refuse('SC-2', `${where} has two cards`);
    carded.set(judge, (carded.get(judge) ?? new Set()).add(entry));
    if (isRecused(judge, entry)) refuse('SC-4', `${where} has a card of a recused judge`);
    checkValues(where, new Map(Object.entries(values)), scales);
  }
}

function checkCriterion(part: string, criterion: Criterion): Scale {
  const { id, weight, min, max, step } = criterion;
  const where = `${part}/criteria/${id}`;
  const scale = { criterion, min: parseDecimal(min), max: parseDecimal(max), step: parseDecimal(step) };
  if (parseDecimal(weight).n < 0n) refuse('SC-1', `${where}/weight ${weight} is below 0`);
  if (scale.step.n <= 0n) refuse('SC-1', `${where}/step ${step} is not above 0`);
  if (compare(scale.min, scale.max) > 0) refuse('SC-1', `${where}/min ${min} is above max ${max}`);
  return scale;
}

function checkValues(where: string, values: ReadonlyMap<string, string>, scales: readonly Scale[]): void {
  for (const { criterion, min, max, step } of scales) {
    const { id } = criterion;
    const written = values.get(id);
    if (written === undefined) return refuse('SC-2', `${where} has no value for ${id}`);
    const value = parseDecimal(written);
    if (divide(subtract(value, min), step).d !== 1n) {
      refuse('SC-1', `${where}/${id} ${written} is not on step ${criterion.step} from ${criterion.min}`);
    }
    if (compare(value, min) < 0 || compare(value, max) > 0) {
      refuse('SC-1', `${where}/${id} ${written} is not in [${criterion.min}, ${criterion.max}]`);
    }
  }
  const known = new Set(scales.map(({ criterion }) => criterion.id));
  const stranger = [...values.keys()].find((id) => !known.has(id));
  if (stranger !== undefined) refuse('SC-1', `${where}/${stranger} is not a criterion`);
}

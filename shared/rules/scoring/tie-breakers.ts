import type { Tabulation } from '../../model/tabulation.ts';
import { unreachable } from '../unreachable.ts';
import type { Counted } from './combine.ts';
import { exact, ZERO, type Exact } from './exact.ts';
import { aggregate } from './part-figures.ts';
import { criterionSheet, scoreSheet } from './sheet.ts';
import { audienceValues, preferences } from './tie-evidence.ts';
import { parseTieStep, partsWith } from './tie-step.ts';
import { show } from './wording.ts';

/** What a step says of one entry: the higher value is ahead. */
export type Verdict = { readonly value: Exact; readonly says: string };
export type Ruling = { verdictOn(entry: string): Verdict } | { readonly passedOver: string };

/** A step of the chain, ready to rule on those who are level (SC-14). */
export type Breaker = { readonly step: string; rule(tied: readonly string[]): Ruling };
type Rule = Breaker['rule'];

/** The chain of a file. `exact` needs no step, for figures are exact from the start; `shared` is what is left. */
export function breakersOf(file: Tabulation, counted: readonly Counted[]): Breaker[] {
  return file.tieBreak.flatMap((step) => {
    const rule = ruleOf(step, file, counted);
    return rule === null ? [] : [{ step, rule }];
  });
}

function ruleOf(text: string, file: Tabulation, counted: readonly Counted[]): Rule | null {
  const step = parseTieStep(text);
  switch (step?.step) {
    case undefined:
    case 'exact':
    case 'shared':
      return null;
    case 'criterion':
      return byCriterion(file, step.criterion);
    case 'headToHead':
      return byPreference(file);
    case 'audience':
      return byAudience(file, counted);
    case 'tieBreakJudge':
      return byOrder(file.tieBreakJudge, '');
    case 'headJudge':
      return byOrder(file.headJudge.order, ` (${file.headJudge.reason.trim()})`);
    default:
      return unreachable(step);
  }
}

function byCriterion(file: Tabulation, criterion: string): Rule {
  const figures = once(() => {
    const [part] = partsWith(file.parts, criterion);
    return part ? aggregate(part.aggregate, criterionSheet(part, criterion)) : new Map<string, Verdict>();
  });
  return () => ({ verdictOn: (entry) => verdict(figures().get(entry)?.value ?? ZERO) });
}

function byPreference(file: Tabulation): Rule {
  const sheets = once(() => file.parts.flatMap((part) => ('scorecards' in part ? [scoreSheet(part)] : [])));
  return ([one = '', other = '', ...more]) => {
    if (more.length > 0) return { passedOver: `${more.length + 2} are level, not two` };
    const [forOne, forOther] = preferences(sheets(), one, other);
    return {
      verdictOn: (entry) =>
        entry === one
          ? { value: exact(forOne), says: `${forOne} : ${forOther}` }
          : { value: exact(forOther), says: `${forOther} : ${forOne}` },
    };
  };
}

function byAudience(file: Tabulation, counted: readonly Counted[]): Rule {
  const values = once(() => audienceValues(file.combine, counted));
  return () =>
    values() === null
      ? { passedOver: 'there is no audience' }
      : { verdictOn: (entry) => verdict(values()?.get(entry) ?? ZERO) };
}

/** An order may be partial: those who are not in it come after those who are. */
function byOrder(order: readonly string[], why: string): Rule {
  const places = new Map(order.map((entry, index) => [entry, index + 1]));
  return (tied) => {
    if (!tied.some((entry) => places.has(entry))) return { passedOver: 'it places none of them' };
    return {
      verdictOn: (entry) => {
        const place = places.get(entry);
        if (place === undefined) return { value: exact(BigInt(-order.length - 1)), says: `unplaced${why}` };
        return { value: exact(BigInt(-place)), says: `place ${place}${why}` };
      },
    };
  };
}

const verdict = (value: Exact): Verdict => ({ value, says: show(value) });

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

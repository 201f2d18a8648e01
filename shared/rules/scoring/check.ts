import type { Tabulation } from '../../model/tabulation.ts';
import { checkPart } from './check-parts.ts';
import { checkTies } from './check-ties.ts';
import { parseDecimal } from './exact.ts';
import { refuse, refuseRepeats, refuseStrangers } from './refusal.ts';

/** Refuses a tabulation whose parts do not fit together; what passes can be counted. Throws a Refusal. */
export function check(file: Tabulation): void {
  if (file.entries.length === 0) refuse('SC-1', 'entries are missing');
  if (file.parts.length === 0) refuse('SC-1', 'parts are missing');
  refuseRepeats('SC-1', 'entries', file.entries);
  refuseRepeats(
    'SC-1',
    'parts',
    file.parts.map(({ id }) => id),
  );
  const entries = new Set(file.entries);
  for (const part of file.parts) checkPart(part, entries);
  checkCombination(file);
  checkPenalties(file, entries);
  checkDisqualified(file, entries);
  checkTies(file, entries);
}

function checkCombination({ combine, parts }: Tabulation): void {
  for (const { id, weight } of parts) {
    if (combine === 'weighted' && weight === undefined) refuse('SC-11', `${id}/weight is missing`);
    if (combine === 'sum' && weight !== undefined) refuse('SC-12', `${id}/weight has no place in a sum`);
  }
  const total = parts.reduce((weights, { weight = 0 }) => weights + weight, 0);
  if (combine === 'weighted' && total !== 100) refuse('SC-11', `weights sum to ${total}, not 100`);

  const standardised = parts.find((part) => 'scorecards' in part && part.aggregate.rule === 'zMean');
  if (standardised && parts.length > 1) {
    refuse('SC-6', `${standardised.id}/aggregate zMean stands alone, not beside other parts`);
  }
}

function checkPenalties({ penalties }: Tabulation, entries: ReadonlySet<string>): void {
  refuseStrangers(
    'SC-9',
    'penalties',
    penalties.map(({ entry }) => entry),
    entries,
  );
  for (const { entry, points } of penalties) {
    if (parseDecimal(points).n < 0n) refuse('SC-9', `penalties/${entry} ${points} is below 0`);
  }
}

function checkDisqualified({ disqualified }: Tabulation, entries: ReadonlySet<string>): void {
  const ids = disqualified.map(({ entry }) => entry);
  refuseStrangers('SC-16', 'disqualified', ids, entries);
  refuseRepeats('SC-16', 'disqualified', ids);
  for (const { entry, reason } of disqualified) {
    if (reason.trim() === '') refuse('SC-16', `disqualified/${entry} has no reason`);
  }
}

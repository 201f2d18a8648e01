import type { Tabulation } from '../../model/tabulation.ts';
import { refuse, refuseRepeats, refuseStrangers } from './refusal.ts';
import { parseTieStep, partsWith } from './tie-step.ts';

/** Refuses a chain with steps that nobody can take, and orders that are none (SC-14). */
export function checkTies(file: Tabulation, entries: ReadonlySet<string>): void {
  for (const [index, text] of file.tieBreak.entries()) {
    const step = parseTieStep(text);
    if (step === null) return refuse('SC-14', `tieBreak ${JSON.stringify(text)} is not a step`);
    if (step.step === 'shared' && index < file.tieBreak.length - 1) {
      refuse('SC-14', 'tieBreak shared is not the last step');
    }
    if (step.step === 'criterion') checkCriterion(file, step.criterion);
  }
  const orders = { tieBreakJudge: file.tieBreakJudge, 'headJudge/order': file.headJudge.order };
  for (const [where, order] of Object.entries(orders)) {
    refuseStrangers('SC-14', where, order, entries);
    refuseRepeats('SC-14', where, order);
  }
  if (file.headJudge.order.length > 0 && file.headJudge.reason.trim() === '') {
    refuse('SC-14', 'headJudge/reason is missing for the decision');
  }
}

function checkCriterion({ parts }: Tabulation, criterion: string): void {
  const held = partsWith(parts, criterion);
  if (held.length === 0) refuse('SC-14', `tieBreak criterion:${criterion} is not a criterion of any part`);
  if (held.length > 1) {
    const ids = held.map(({ id }) => id).join(' and ');
    refuse('SC-14', `tieBreak criterion:${criterion} could mean ${ids}: give the criteria different ids`);
  }
}

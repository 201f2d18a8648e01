import type { Part, RankingPart, VotePart } from '../../model/tabulation.ts';
import { checkScorecards } from './check-scorecards.ts';
import { compare, parseDecimal } from './exact.ts';
import { recusals } from './recusals.ts';
import { refuse, refuseRepeats, refuseStrangers } from './refusal.ts';

/** Refuses a part that cannot be counted, whatever the others are. Throws a Refusal. */
export function checkPart(part: Part, entries: ReadonlySet<string>): void {
  if ('scorecards' in part) checkScorecards(part, entries);
  else if ('rankings' in part) checkRankings(part, entries);
  else if ('votes' in part) checkVotes(part, entries);
  else refuseStrangers('SC-13', `${part.id}/figures`, Object.keys(part.figures), entries);

  if ('aggregate' in part && part.aggregate.rule === 'rankPoints')
    checkPoints(part.id, part.aggregate.points);
}

function checkRankings({ id, rankings, recused }: RankingPart, entries: ReadonlySet<string>): void {
  refuseRepeats(
    'SC-6',
    id,
    rankings.map(({ judge }) => judge),
  );
  const isRecused = recusals(id, recused, entries);
  for (const { judge, order } of rankings) {
    refuseStrangers('SC-6', `${id}/${judge}`, order, entries);
    refuseRepeats('SC-6', `${id}/${judge}`, order);
    const recusedFrom = order.find((entry) => isRecused(judge, entry));
    if (recusedFrom !== undefined)
      refuse('SC-4', `${id}/${judge}/${recusedFrom} is ranked by a recused judge`);
  }
}

function checkVotes({ id, votes, scale, aggregate: { rule } }: VotePart, entries: ReadonlySet<string>): void {
  refuseStrangers('SC-11', `${id}/votes`, Object.keys(votes), entries);
  if (rule === 'rankPoints') {
    if (scale !== undefined) refuse('SC-11', `${id}/scale has no place beside rankPoints`);
    return;
  }
  if (scale === undefined) return refuse('SC-11', `${id}/scale is missing: the full marks of ${rule}`);
  if (parseDecimal(scale).n <= 0n) refuse('SC-11', `${id}/scale ${scale} is not above 0`);
}

/** Points that rose with the places would let a vote more cost a place. */
function checkPoints(id: string, points: readonly (number | string)[]): void {
  const where = `${id}/aggregate/points`;
  if (points.length === 0) refuse('SC-6', `${where} are missing`);
  const values = points.map((value) => parseDecimal(String(value)));
  for (const [place, value] of values.entries()) {
    if (value.n < 0n) refuse('SC-6', `${where} ${points[place]} is below 0`);
    const better = values[place - 1];
    if (better && compare(value, better) > 0) {
      refuse('SC-6', `${where} ${points[place]} is more than ${points[place - 1]} for a better place`);
    }
  }
}

import type { VotePart } from '../../model/tabulation.ts';
import { compare, exact, multiply, parseDecimal, sum, ZERO, type Exact } from './exact.ts';
import { pointsFor, pointValues } from './rank-points.ts';
import { show, type Told } from './wording.ts';

/**
 * SC-11: votes become points on the judges' scale. Who is not listed has 0 votes; a disqualified entry's votes
 * stay in the total, the maximum and the order.
 */
export function votePoints(
  { votes, scale, aggregate }: VotePart,
  entries: readonly string[],
): Map<string, Told> {
  const listed = new Map(Object.entries(votes));
  const counts = new Map(entries.map((entry) => [entry, exact(BigInt(listed.get(entry) ?? 0))]));
  const all = sum(counts.values());
  if (all.n === 0n) return tellEach(entries, () => ({ value: ZERO, says: ['no votes at all: 0 (SC-11)'] }));

  if (aggregate.rule === 'rankPoints') {
    const points = pointsFor(counts, pointValues(aggregate.points));
    return tellEach(entries, (entry) => {
      const value = points.get(entry) ?? ZERO;
      return { value, says: [`points for ${show(counts.get(entry) ?? ZERO)} votes: ${show(value)}`] };
    });
  }
  const base = aggregate.rule === 'share' ? all : highest(counts.values());
  const fullMarks = parseDecimal(scale ?? '0');
  return tellEach(entries, (entry) => {
    const count = counts.get(entry) ?? ZERO;
    const value = multiply(exact(count.n, base.n), fullMarks);
    return { value, says: [`${show(count)} / ${show(base)} votes × ${show(fullMarks)} = ${show(value)}`] };
  });
}

const tellEach = (entries: readonly string[], tell: (entry: string) => Told): Map<string, Told> =>
  new Map(entries.map((entry) => [entry, tell(entry)]));

function highest(counts: Iterable<Exact>): Exact {
  let most = ZERO;
  for (const count of counts) if (compare(count, most) > 0) most = count;
  return most;
}

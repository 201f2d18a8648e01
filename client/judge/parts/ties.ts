import type { ResultLine } from '#shared/model/contest.ts';
import type { ContestantId } from '#shared/model/ids.ts';

/** The entries that share a rank, best first. */
export const tiedEntries = (results: readonly ResultLine[]): ContestantId[] =>
  results
    .filter(({ rank }) => rank !== null && results.filter((other) => other.rank === rank).length > 1)
    .map(({ entryId }) => entryId);

/** The order with one entry a place higher. */
export function raised<T>(order: readonly T[], index: number): T[] {
  const next = [...order];
  const [one, above] = [next[index], next[index - 1]];
  if (one === undefined || above === undefined) return next;
  next[index - 1] = one;
  next[index] = above;
  return next;
}

import type { Comment } from '#shared/model/comment.ts';

export const FILTERS = ['all', 'first', 'flagged'] as const;
export type Filter = (typeof FILTERS)[number];

export type View = { filter: Filter; newestFirst: boolean };
export const defaultView: View = { filter: 'all', newestFirst: false };

const passes: Record<Filter, (comment: Comment) => boolean> = {
  all: () => true,
  first: ({ review }) => review?.isFirst === true,
  flagged: ({ review }) => (review?.words.length ?? 0) > 0,
};

/** What waits as this moderator wants to see it. */
export function inView(held: readonly Comment[], { filter, newestFirst }: View): Comment[] {
  const seen = held.filter(passes[filter]);
  return newestFirst ? seen.toReversed() : seen;
}

export const countOf = (held: readonly Comment[], filter: Filter): number =>
  held.filter(passes[filter]).length;

/** The middle one: half of the decisions were quicker. Null before there is any. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

import type { Round } from '#shared/model/contest.ts';
import type { Awarded } from '#shared/model/reveal.ts';

/** The awards as published, or as they were shown; none before. */
export function awardsOf({ awards, shown }: Pick<Round, 'awards' | 'shown'>): readonly Awarded[] {
  if (awards.length > 0) return awards;
  return shown.reduce<readonly Awarded[]>(
    (found, step) => (step.show === 'awards' ? step.awards : found),
    [],
  );
}

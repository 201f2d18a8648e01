import type { Contest, Round } from '#shared/model/contest.ts';
import { type Person, personOf } from './people.ts';

/** A step of the podium. Nobody on a place that was shown means that a tie above it took it. */
export type Plinth = {
  rank: number;
  state: 'waiting' | 'vacant' | 'taken';
  holders: { person: Person; figure: string | null }[];
};

export type Podium = {
  /** First, second and third place; and below them what else was shown, best first. */
  top: [Plinth, Plinth, Plinth];
  others: Plinth[];
  /** The place that was shown last. */
  newest: number;
};

const TOP = 3;

export function podiumOf(contest: Contest, round: Round): Podium {
  const shown = new Map<number, Plinth>();
  let newest = 0;
  for (const step of round.shown) {
    if (step.show !== 'place') continue;
    newest = step.rank;
    shown.set(step.rank, {
      rank: step.rank,
      state: step.entries.length > 0 ? 'taken' : 'vacant',
      holders: step.entries.map(({ entryId, figure }) => ({
        person: personOf(contest, round, entryId),
        figure,
      })),
    });
  }
  const plinth = (rank: number): Plinth => shown.get(rank) ?? { rank, state: 'waiting', holders: [] };
  const others = [...shown.values()].filter(({ rank }) => rank > TOP);
  others.sort((a, b) => a.rank - b.rank);
  return { top: [plinth(1), plinth(2), plinth(3)], others, newest };
}

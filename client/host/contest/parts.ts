import type { Contest, Round } from '#shared/model/contest.ts';

/** Which part of the contest is open: its people, its name, or a round by id. */
export type Part = 'contestants' | 'judges' | 'settings' | Round['id'];

/** What to begin with: the round that goes on, or else what is to be set up next. */
export function firstPart({ contestants, judges, rounds, latest }: Contest): Part {
  const running = rounds.filter(({ status }) => status === 'open' || status === 'sealed');
  const recent = running.find(({ id }) => id === latest?.roundId) ?? running[running.length - 1];
  if (recent) return recent.id;
  if (contestants.length === 0) return 'contestants';
  if (judges.length === 0) return 'judges';
  const draft = rounds.find(({ status }) => status === 'draft');
  return (draft ?? rounds[rounds.length - 1])?.id ?? 'contestants';
}

/** The part that was chosen, while it is there. */
export const partOf = (contest: Contest, chosen: Part): Part => {
  const isThere =
    chosen === 'contestants' ||
    chosen === 'judges' ||
    chosen === 'settings' ||
    contest.rounds.some(({ id }) => id === chosen);
  return isThere ? chosen : firstPart(contest);
};

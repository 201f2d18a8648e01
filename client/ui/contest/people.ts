import type { Contest, Contestant, Round } from '#shared/model/contest.ts';

/** An entry as the hall meets it: who, what, and when they were drawn to appear. */
export type Person = {
  id: string;
  /** Place in the draw order, from 1. */
  number: number;
  name: string;
  organisation: string;
  introduction: string;
  /** Of the speech or work; may be empty. */
  title: string;
  photo: string | null;
  status: Contestant['status'];
};

export function personOf(contest: Contest, round: Round, entryId: string): Person {
  const index = round.entries.findIndex(({ id }) => id === entryId);
  const contestant = contest.contestants.find(({ id }) => id === entryId);
  return {
    id: entryId,
    number: index + 1,
    name: contestant?.name ?? entryId,
    organisation: contestant?.organisation ?? '',
    introduction: contestant?.introduction ?? '',
    title: round.entries[index]?.title ?? '',
    photo: contestant?.photo ? `/api/v1/photos/${contestant.photo}` : null,
    status: contestant?.status ?? 'competing',
  };
}

export const peopleOf = (contest: Contest, round: Round): Person[] =>
  round.entries.map(({ id }) => personOf(contest, round, id));

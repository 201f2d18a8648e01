import type { Contest, Round } from '#shared/model/contest.ts';
import type { Shown } from '#shared/model/reveal.ts';
import { byFigure } from './decimals.ts';
import { peopleOf, type Person, personOf } from './people.ts';

export type StandingRow = {
  person: Person;
  rank: number | null;
  /** The figure, or while parts are still to come the judges' part. */
  figure: string | null;
  votes: number | null;
  points: string | null;
};

/**
 * `running`: the figures shown so far, ranked among themselves. `audience`: the votes beside them.
 * `board`: the ranks as they were shown. `final`: the published result.
 */
export type Standings = {
  kind: 'running' | 'audience' | 'board' | 'final';
  rows: StandingRow[];
  /** Whether the figures hold every part, or the judges' alone. */
  isWhole: boolean;
  /** With the votes: how many ballots there were, and how many of them do not count. */
  ballots?: { cast: number; rejected: number };
};

type Step<S extends Shown['show']> = Extract<Shown, { show: S }>;

const lastStep = <S extends Shown['show']>(round: Round, show: S): Step<S> | null =>
  round.shown.reduce<Step<S> | null>((found, step) => (step.show === show ? (step as Step<S>) : found), null);

/** Ranks among the figures shown so far; equal figures share one (1, 2, 2, 4). */
export function runningOf(contest: Contest, round: Round): Standings {
  const figures = new Map<string, Step<'figure'>>();
  for (const step of round.shown) if (step.show === 'figure') figures.set(step.entryId, step);
  const all = [...figures.values()];
  const isWhole = all.length > 0 && all.every(({ figure, judges }) => figure !== null || judges === null);
  const values = all.map(({ figure, judges }) => (isWhole ? figure : judges));
  const rows = all.map(({ entryId }, index): StandingRow => {
    const value = values[index] ?? null;
    const above = values.filter((other) => other !== null && byFigure(other, value) < 0).length;
    const rank = value === null ? null : above + 1;
    return { person: personOf(contest, round, entryId), rank, figure: value, votes: null, points: null };
  });
  rows.sort((a, b) => byFigure(a.figure, b.figure) || a.person.number - b.person.number);
  return { kind: 'running', isWhole, rows };
}

/** The votes in the order in which the entries stood before them. */
export function audienceOf(contest: Contest, round: Round): Standings {
  const running = runningOf(contest, round);
  const shown = lastStep(round, 'audience');
  const votes = shown?.entries ?? [];
  const before = running.rows.map(({ person }) => person.id);
  const others = peopleOf(contest, round).filter(({ id }) => !before.includes(id));
  const rows = [
    ...running.rows.map(({ person, figure }) => ({ person, figure })),
    ...others.map((person) => ({ person, figure: null })),
  ];
  return {
    kind: 'audience',
    isWhole: false,
    ...(shown && { ballots: shown.ballots }),
    rows: rows.map(({ person, figure }) => {
      const own = votes.find(({ entryId }) => entryId === person.id);
      return { person, figure, rank: null, votes: own?.votes ?? null, points: own?.points ?? null };
    }),
  };
}

/** The table as it stands for the hall: published, shown, or put together from the figures shown so far. */
export function standingsOf(contest: Contest, round: Round): Standings {
  const shown = lastStep(round, 'board')?.entries ?? null;
  const lines = round.results ?? shown;
  if (lines === null) return runningOf(contest, round);
  const votes = lastStep(round, 'audience')?.entries ?? [];
  return {
    kind: round.results ? 'final' : 'board',
    isWhole: true,
    rows: lines.map(({ entryId, rank, figure }) => {
      const own = votes.find((line) => line.entryId === entryId);
      return {
        person: personOf(contest, round, entryId),
        rank,
        figure,
        votes: own?.votes ?? null,
        points: own?.points ?? null,
      };
    }),
  };
}

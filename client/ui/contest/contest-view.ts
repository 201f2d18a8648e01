import type { Awarded } from '#shared/model/reveal.ts';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { Scene } from '#shared/model/stage.ts';
import { unreachable } from '#shared/rules/unreachable.ts';
import { type Person, personOf } from './people.ts';
import { type Podium, podiumOf } from './podium.ts';
import { type EntryReveal, revealOf } from './reveal.ts';
import { audienceOf, type Standings, standingsOf } from './standings.ts';

/**
 * One picture of the contest, put together from what the public state holds and nothing else: a page that is loaded
 * now and one that was there all evening show the same.
 */
export type ContestView = { round: Round } & (
  | { view: 'opened' }
  | { view: 'card'; person: Person; isCounting: boolean }
  | { view: 'scores'; reveal: EntryReveal }
  | { view: 'counting'; isSealed: boolean }
  | { view: 'podium'; podium: Podium }
  | { view: 'standings'; standings: Standings }
  | { view: 'awards'; awards: readonly Awarded[] }
  | { view: 'vote' }
);

type Wanted = Extract<Scene, { scene: 'contest' }>['view'];

/** The picture, or null while no round has opened. */
export function contestView(contest: Contest | null, wanted: Wanted): ContestView | null {
  const round = contest && latestRound(contest);
  if (!contest || !round) return null;
  if (wanted === 'board') return { round, view: 'standings', standings: standingsOf(contest, round) };
  const voted = wanted === 'vote' ? votedRound(contest) : null;
  return voted ? { round: voted, view: 'vote' } : latestView(contest, round);
}

export function latestRound({ rounds, latest }: Contest): Round | null {
  return rounds.find(({ id, status }) => id === latest?.roundId && status !== 'draft') ?? null;
}

/** The round whose vote is open, or else the last that had one. */
export function votedRound({ rounds }: Contest): Round | null {
  const voted = rounds.filter(({ voting }) => voting !== null);
  return voted.find(({ voting }) => voting?.isOpen) ?? voted[voted.length - 1] ?? null;
}

function latestView(contest: Contest, round: Round): ContestView {
  const what = contest.latest?.what ?? 'opened';
  const { current } = contest;
  const called = current?.roundId === round.id ? current.entryId : null;
  switch (what) {
    case 'opened':
    case 'called':
      if (called !== null)
        return { round, view: 'card', person: personOf(contest, round, called), isCounting: false };
      return what === 'opened' ? { round, view: 'opened' } : { round, view: 'counting', isSealed: false };
    case 'voting':
      return { round, view: 'vote' };
    case 'shown':
      return shownView(contest, round);
    case 'sealed':
      return { round, view: 'counting', isSealed: true };
    case 'published':
      return publishedView(contest, round);
    default:
      return unreachable(what);
  }
}

function shownView(contest: Contest, round: Round): ContestView {
  const last = round.shown[round.shown.length - 1];
  if (!last) return { round, view: 'opened' };
  switch (last.show) {
    case 'entry':
      return { round, view: 'card', person: personOf(contest, round, last.entryId), isCounting: true };
    case 'judge':
    case 'strike':
    case 'figure':
      return { round, view: 'scores', reveal: revealOf(contest, round, last.entryId) };
    case 'place':
      return { round, view: 'podium', podium: podiumOf(contest, round) };
    case 'audience':
      return { round, view: 'standings', standings: audienceOf(contest, round) };
    case 'board':
      return { round, view: 'standings', standings: standingsOf(contest, round) };
    case 'awards':
      return { round, view: 'awards', awards: last.awards };
    default:
      return unreachable(last);
  }
}

/** Publishing does not take a podium or the awards off the wall; anything less gives way to the whole result. */
function publishedView(contest: Contest, round: Round): ContestView {
  const last = round.shown[round.shown.length - 1]?.show;
  if (last === 'place' || last === 'awards') return shownView(contest, round);
  return { round, view: 'standings', standings: standingsOf(contest, round) };
}

/** What stays the same picture while its parts change; another key is another picture. */
export function viewKey(view: ContestView | null): string {
  if (view === null) return 'none';
  const about = view.view === 'card' ? view.person.id : view.view === 'scores' ? view.reveal.person.id : '';
  return `${view.round.id} ${view.view} ${about}`;
}

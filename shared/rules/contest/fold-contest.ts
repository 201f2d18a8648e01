import type { Contest, Round } from '../../model/contest.ts';
import type { Fact } from '../../protocol/updates.ts';
import type { contestFacts } from '../../protocol/contest-facts.ts';
import { latestOf } from './latest.ts';

export type ContestFact = Extract<Fact, { type: keyof typeof contestFacts }>;

const CONTEST_TYPE = /^(?:contest|contestant|judge|round|entry|card|tie|stopwatch|time|vote|reveal):/;

export const isContestFact = (fact: Fact): fact is ContestFact => CONTEST_TYPE.test(fact.type);

const blankContest: Contest = {
  title: '',
  judgesShown: 'names',
  signer: '',
  contestants: [],
  judges: [],
  rounds: [],
  current: null,
  latest: null,
  stopwatch: null,
  desk: { conflicts: [], devices: [], refusedPairings: [] },
};

/** Refusals the desk still sees. */
const REFUSALS = 20;

/**
 * The contest's part of the reducer: one fact into what an audience knows of the contest. Sealed facts never come
 * this far in an audience; where they do, in the server's own fold, they change nothing here (see fold-sealed.ts).
 */
export function foldContest(before: Contest | null, fact: ContestFact): Contest | null {
  if (fact.type === 'contest:set') return { ...(before ?? blankContest), ...fact.payload };
  if (before === null) return null;
  const latest = latestOf(fact) ?? before.latest;
  return { ...(foldPeople(before, fact) ?? foldRounds(before, fact)), latest };
}

function foldPeople(contest: Contest, fact: ContestFact): Contest | null {
  const { desk } = contest;
  switch (fact.type) {
    case 'contestant:put':
      return { ...contest, contestants: put(contest.contestants, fact.payload.contestant) };
    case 'contestant:removed':
      return { ...contest, contestants: without(contest.contestants, fact.payload.contestantId) };
    case 'judge:put':
      return { ...contest, judges: put(contest.judges, fact.payload.judge) };
    case 'judge:removed':
      return { ...contest, judges: without(contest.judges, fact.payload.judgeId) };
    case 'judge:conflicted': {
      const { conflict } = fact.payload;
      const others = desk.conflicts.filter(({ judgeId }) => judgeId !== conflict.judgeId);
      return { ...contest, desk: { ...desk, conflicts: [...others, conflict] } };
    }
    case 'judge:paired':
      return { ...contest, desk: { ...desk, devices: [...desk.devices, fact.payload.device] } };
    case 'judge:refused': {
      const refusedPairings = [...desk.refusedPairings, fact.payload].slice(-REFUSALS);
      return { ...contest, desk: { ...desk, refusedPairings } };
    }
    case 'judge:revoked': {
      const devices = desk.devices.map((device) =>
        device.actorId === fact.payload.actorId ? { ...device, revokedAt: fact.payload.at } : device,
      );
      return { ...contest, desk: { ...desk, devices } };
    }
    case 'stopwatch:changed':
      return { ...contest, stopwatch: fact.payload.stopwatch };
    default:
      return null;
  }
}

function foldRounds(contest: Contest, fact: ContestFact): Contest {
  switch (fact.type) {
    case 'round:drafted':
      return { ...contest, rounds: put(contest.rounds, { ...blankRound, ...fact.payload.plan }) };
    case 'round:discarded':
      return { ...contest, rounds: without(contest.rounds, fact.payload.roundId) };
    case 'round:opened': {
      const { plan, ruleHash } = fact.payload;
      const opened: Round = { ...blankRound, ...plan, status: 'open', ruleHash };
      return { ...contest, rounds: put(contest.rounds, opened) };
    }
    case 'entry:called': {
      const { roundId, entryId } = fact.payload;
      return { ...contest, current: entryId === null ? null : { roundId, entryId } };
    }
    case 'card:progressed':
      return changeRound(contest, fact.payload.key.roundId, (round) => foldRound(round, fact));
    default:
      if (!('roundId' in fact.payload)) return contest;
      return changeRound(contest, fact.payload.roundId, (round) => foldRound(round, fact));
  }
}

function foldRound(round: Round, fact: ContestFact): Round {
  switch (fact.type) {
    case 'round:drawn':
      return { ...round, entries: inOrder(round.entries, fact.payload.order) };
    case 'round:sealed':
      return { ...round, status: 'sealed' };
    case 'round:reopened':
      return { ...round, status: 'open' };
    case 'round:published':
      return {
        ...round,
        status: 'published',
        results: fact.payload.results,
        votes: fact.payload.votes,
        awards: fact.payload.awards,
        script: [],
      };
    case 'entry:disqualified': {
      const { entryId, reason } = fact.payload;
      const others = round.disqualified.filter((other) => other.entryId !== entryId);
      return { ...round, disqualified: [...others, { entryId, reason }] };
    }
    case 'entry:reinstated': {
      const { entryId } = fact.payload;
      return { ...round, disqualified: round.disqualified.filter((other) => other.entryId !== entryId) };
    }
    case 'card:progressed': {
      const { entryId, judgeId } = fact.payload.key;
      const ofEntry = { ...round.progress[entryId], [judgeId]: fact.payload.progress };
      return { ...round, progress: { ...round.progress, [entryId]: ofEntry } };
    }
    case 'vote:opened':
      return { ...round, voting: fact.payload.voting, ruling: null };
    case 'vote:settled':
      return { ...round, ruling: fact.payload.ruling };
    case 'vote:closed':
      return { ...round, voting: round.voting && { ...round.voting, isOpen: false } };
    case 'reveal:prepared':
      return { ...round, script: fact.payload.steps };
    case 'reveal:shown':
      return { ...round, shown: [...round.shown, fact.payload.shown], script: round.script.slice(1) };
    case 'reveal:corrected':
      return { ...round, shown: round.shown.map((shown) => correct(shown, fact.payload.entryId)) };
    default:
      return round;
  }
}

const blankRound = {
  status: 'draft',
  ruleHash: null,
  voting: null,
  ruling: null,
  progress: {},
  disqualified: [],
  script: [],
  shown: [],
  results: null,
  votes: null,
  awards: [],
} satisfies Partial<Round>;

type Shown = Round['shown'][number];

const correct = (shown: Shown, entryId: string): Shown =>
  (shown.show === 'judge' || shown.show === 'strike' || shown.show === 'figure') && shown.entryId === entryId
    ? { ...shown, corrected: true }
    : shown;

/** The items in the order of their ids; what the order does not name stays behind them. */
const inOrder = <T extends { id: string }>(items: readonly T[], order: readonly string[]): T[] => [
  ...order.flatMap((id) => items.filter((item) => item.id === id)),
  ...items.filter(({ id }) => !order.includes(id)),
];

const changeRound = (contest: Contest, id: string, change: (round: Round) => Round): Contest => ({
  ...contest,
  rounds: contest.rounds.map((round) => (round.id === id ? change(round) : round)),
});

const put = <T extends { id: string }>(items: readonly T[], item: T): T[] =>
  items.some(({ id }) => id === item.id)
    ? items.map((other) => (other.id === item.id ? item : other))
    : [...items, item];

const without = <T extends { id: string }>(items: readonly T[], id: string): T[] =>
  items.filter((item) => item.id !== id);

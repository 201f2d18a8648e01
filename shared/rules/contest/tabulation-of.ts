import type { Contest, Round } from '../../model/contest.ts';
import type { ContestantId, JudgeId } from '../../model/ids.ts';
import type { TimeRule as TimeSettings } from '../../model/ruleset.ts';
import type { SealedRound } from '../../model/sealed.ts';
import type { Card } from '../../model/scorecard.ts';
import { Tabulation } from '../../model/tabulation.ts';
import type { VoteSet } from '../../model/vote-count.ts';
import { timePenalty, type TimePenalty, type TimeRule } from '../scoring/time-penalty.ts';
import { toDecimal } from './values.ts';

/** What a result is made of, besides the round itself. `votes`: the ballots so far, or as counted at the seal. */
export type Evidence = Pick<SealedRound, 'cards' | 'times' | 'tieBreakOrder' | 'decision' | 'pseudonyms'> & {
  votes: readonly Pick<VoteSet, 'group' | 'counted'>[];
};

/** A judge as results and reveals name them: the id, or the pseudonym drawn for the round. */
export const judgeName = ({ pseudonyms }: Pick<SealedRound, 'pseudonyms'>, judgeId: JudgeId): string =>
  pseudonyms[judgeId] ?? judgeId;

/** The whole of a round's input, as `tabulate` and every certificate have it. Only locked cards count (SC-8). */
export function tabulationOf(contest: Contest, round: Round, evidence: Evidence): Tabulation {
  const { rules } = round;
  const entries = round.entries.map(({ id }) => id);
  const timed = entries.map((entry) => ({ entry, penalty: penaltyOf(rules.time, evidence.times[entry]) }));
  const out = new Map<ContestantId, string>();
  for (const { entry, penalty } of timed) {
    if (penalty.kind === 'disqualified') out.set(entry, penalty.reason);
  }
  for (const { entryId, reason } of round.disqualified) out.set(entryId, reason);
  for (const { id, status } of contest.contestants) {
    if (status === 'withdrawn' && entries.includes(id)) out.set(id, 'withdrawn');
  }
  return Tabulation.parse({
    decimals: rules.decimals,
    entries,
    parts: [
      ...judgesPart(round, evidence),
      ...audiencePart(round, evidence),
      ...carriedPart(contest, round, entries),
    ],
    combine: rules.combine,
    penalties: timed.flatMap(({ entry, penalty }) =>
      penalty.kind === 'points' ? [{ entry, points: penalty.points, reason: penalty.reason }] : [],
    ),
    disqualified: entries.flatMap((entry) => {
      const reason = out.get(entry);
      return reason === undefined ? [] : [{ entry, reason }];
    }),
    tieBreak: rules.tieBreak,
    tieBreakJudge: evidence.tieBreakOrder,
    headJudge: { order: evidence.decision.order, reason: evidence.decision.reason },
  });
}

const weightOf = ({ rules }: Round, weight: number): { weight?: number } =>
  rules.combine === 'weighted' ? { weight } : {};

function judgesPart(round: Round, evidence: Evidence): object[] {
  const { judges } = round.rules;
  if (judges === null) return [];
  const cards = round.entries.flatMap(({ id }) =>
    round.panel.flatMap((judgeId): Card[] => {
      const card = evidence.cards[id]?.[judgeId];
      return card === undefined ? [] : [card];
    }),
  );
  const name = (card: Card) => ({ judge: judgeName(evidence, card.judgeId), entry: card.entryId });
  // In the order of the judges' names, so that the order of a pseudonymous file gives nobody away.
  const inOrder = (a: { judge: string }, b: { judge: string }): number =>
    a.judge === b.judge ? 0 : a.judge < b.judge ? -1 : 1;
  return [
    {
      id: 'judges',
      ...weightOf(round, judges.weight),
      criteria: round.criteria.map(({ id, weight, min, max, step }) => ({
        id,
        weight: toDecimal(weight),
        min: toDecimal(min),
        max: toDecimal(max),
        step: toDecimal(step),
      })),
      aggregate: judges.aggregate,
      scorecards: cards
        .filter(({ status }) => status === 'locked')
        .map((card) => ({
          ...name(card),
          values: Object.fromEntries(
            Object.entries(card.values).map(([id, value]) => [id, toDecimal(value)]),
          ),
        }))
        .toSorted(inOrder),
      recused: cards
        .filter(({ status }) => status === 'recused')
        .map(name)
        .toSorted(inOrder),
    },
  ];
}

/** One part for all voters; where parts are summed, one for each group of them (SC-12). */
function audiencePart(round: Round, { votes }: Evidence): object[] {
  const { audience, combine } = round.rules;
  if (audience === null) return [];
  const { aggregate, weight } = audience;
  const { groups } = round.vote;
  const part = (id: string, sets: Evidence['votes']): object => ({
    id,
    ...weightOf(round, weight),
    ...('scale' in aggregate && { scale: toDecimal(aggregate.scale) }),
    aggregate: aggregate.rule === 'rankPoints' ? aggregate : { rule: aggregate.rule },
    votes: Object.fromEntries(
      round.entries.map(({ id: entry }) => [
        entry,
        sets.reduce((sum, { counted }) => sum + (counted[entry] ?? 0), 0),
      ]),
    ),
  });
  if (combine === 'weighted' || groups.length === 0) return [part('audience', votes)];
  return groups.map((group) =>
    part(
      `audience ${group}`,
      votes.filter((set) => set.group === group),
    ),
  );
}

/** SC-13: the figures of an earlier round as they were published. */
function carriedPart(contest: Contest, round: Round, entries: readonly ContestantId[]): object[] {
  const { carry } = round.rules;
  if (carry === null) return [];
  const results = contest.rounds.find(({ id }) => id === carry.roundId)?.results ?? [];
  const figures = results.flatMap(({ entryId, figure }) =>
    figure !== null && entries.includes(entryId) ? [[entryId, figure] as const] : [],
  );
  return [{ id: 'carried', ...weightOf(round, carry.weight), figures: Object.fromEntries(figures) }];
}

const second = (seconds: number | null): number | null => (seconds === null ? null : seconds * 1_000);

const toTimeRule = (time: TimeSettings): TimeRule => {
  const steps = (given: TimeSettings['over']): TimeRule['over'] =>
    given.map(({ fromSeconds, points }) => ({
      fromMs: fromSeconds * 1_000,
      cost: points === null ? 'disqualified' : { points: toDecimal(points) },
    }));
  return {
    shortestMs: second(time.minSeconds),
    longestMs: second(time.maxSeconds),
    graceMs: time.graceSeconds * 1_000,
    over: steps(time.over),
    under: steps(time.under),
    cap: time.cap === null ? null : toDecimal(time.cap),
  };
};

/** SC-9: what a time costs; no time costs nothing. Throws a RangeError for a rule that contradicts itself. */
export const penaltyOf = (time: TimeSettings | null, elapsedMs: number | undefined): TimePenalty =>
  time === null || elapsedMs === undefined ? { kind: 'none' } : timePenalty(toTimeRule(time), elapsedMs);

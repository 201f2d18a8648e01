import type { Actor } from '#shared/model/actor.ts';
import type { Contest, Round } from '#shared/model/contest.ts';
import { type ContestantId, CriterionId, type JudgeId } from '#shared/model/ids.ts';
import type { Card, Values } from '#shared/model/scorecard.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import { blankSealedRound, sealedRound } from '#shared/rules/contest/fold-sealed.ts';
import type { Evidence } from '#shared/rules/contest/tabulation-of.ts';
import { problemWith } from '#shared/rules/contest/values.ts';
import type { Context } from '../../context.ts';
import { fail } from '../../lib/app-error.ts';
import { contestOf, roundOf } from './access.ts';
import { countRound } from './results.ts';
import { checkSteps, shownOf } from './reveal.ts';

type Given = NonNullable<Input<'contest:rehearse'>['cards']>;

/**
 * Plays a rule set and a reveal on figures that are in no log and can never be published: given ones, those of a
 * published round (SC-18), or invented ones. A round's own cards are not used before they are public.
 */
export async function rehearse(
  context: Context,
  _actor: Actor,
  { roundId, cards, from, votes, steps }: Input<'contest:rehearse'>,
): Promise<Output<'contest:rehearse'>> {
  await context.ledger.refresh();
  const { state, sealed } = context.ledger;
  const contest = contestOf(state);
  const round = roundOf(state, roundId);
  checkSteps(round, steps);
  const evidence: Evidence = { ...blankSealedRound, cards: {}, votes: setsOf(round, votes ?? {}) };
  if (from !== undefined) {
    const earlier = roundOf(state, from);
    if (earlier.status !== 'published')
      fail('CLOSED', 'SC-18: only a published round’s cards are tried again');
    const { cards: played, votes: counted } = sealedRound(sealed, from);
    evidence.cards = played;
    evidence.votes = votes === undefined ? (counted?.sets ?? []) : setsOf(earlier, votes);
    const tried = { ...round, entries: earlier.entries, panel: earlier.panel, criteria: earlier.criteria };
    return answer(contest, tried, evidence, steps);
  }
  evidence.cards = cardsOf(round, cards ?? invented(round, context.randomInt));
  evidence.votes = votes === undefined ? inventedVotes(round, context.randomInt) : setsOf(round, votes);
  return answer(contest, round, evidence, steps);
}

function answer(
  contest: Contest,
  round: Round,
  evidence: Evidence,
  steps: Input<'contest:rehearse'>['steps'],
): Output<'contest:rehearse'> {
  const counted = countRound(contest, { ...round, disqualified: [] }, evidence);
  const { file, results, awards } = counted;
  return { file, results, awards, shown: steps.map((step) => shownOf(round, evidence, counted, step, null)) };
}

type Cards = Record<ContestantId, Record<JudgeId, Card>>;

function cardsOf(round: Round, given: Given): Cards {
  const cards: Cards = {};
  for (const { judge, entry, values } of given) {
    const problem = problemWith(round, values, 'signed');
    if (problem !== null) fail('INVALID', problem);
    if (!round.panel.includes(judge)) fail('INVALID', `cards: ${judge} is not on the panel`);
    if (!round.entries.some(({ id }) => id === entry))
      fail('INVALID', `cards: ${entry} is not in this round`);
    (cards[entry] ??= {})[judge] = {
      roundId: round.id,
      entryId: entry,
      judgeId: judge,
      version: 1,
      status: 'locked',
      values,
      proxy: false,
      enteredBy: 'rehearsal',
      reason: '',
      amendment: null,
      history: [],
    };
  }
  return cards;
}

const invented = (round: Round, randomInt: Context['randomInt']): Given =>
  round.entries.flatMap(({ id }) =>
    round.panel.map((judge) => ({ judge, entry: id, values: inventedValues(round, randomInt) })),
  );

/** In the upper third, where scores are. */
function inventedValues({ criteria }: Round, randomInt: Context['randomInt']): Values {
  return Object.fromEntries(
    criteria.map(({ id, min, max, step }) => {
      const steps = Math.floor((max - min) / step);
      const low = Math.floor((steps * 2) / 3);
      return [CriterionId.parse(id), min + (low + randomInt(steps - low + 1)) * step];
    }),
  );
}

type Sets = Evidence['votes'];

/** Given votes are those of the first group: a trial of a rule, not of who voted. */
const setsOf = ({ vote }: Round, counted: Record<ContestantId, number>): Sets => [
  { group: vote.groups[0] ?? null, counted },
];

function inventedVotes({ entries, rules, vote }: Round, randomInt: Context['randomInt']): Sets {
  if (rules.audience === null) return [];
  const groups = vote.groups.length === 0 ? [null] : vote.groups;
  return groups.map((group) => ({
    group,
    counted: Object.fromEntries(entries.map(({ id }) => [id, randomInt(1_000)] as const)),
  }));
}

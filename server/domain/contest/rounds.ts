import type { Actor } from '#shared/model/actor.ts';
import type { Contest, Round, RoundPlan } from '#shared/model/contest.ts';
import type { ContestantId, JudgeId, RoundId } from '#shared/model/ids.ts';
import { LIMITS } from '#shared/limits.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import type { Fact } from '#shared/protocol/updates.ts';
import { presets } from '#shared/rules/contest/presets.ts';
import { tabulationOf } from '#shared/rules/contest/tabulation-of.ts';
import { blankSealedRound } from '#shared/rules/contest/fold-sealed.ts';
import type { Context } from '../../context.ts';
import { fail } from '../../lib/app-error.ts';
import { ruleHashOf } from '../../lib/rule-hash.ts';
import { contestOf, draftRound, entryOf, findJudge, contestantOf, roundOf } from './access.ts';
import { cardFacts, nextVersion } from './cards.ts';
import { outcomeIn } from './results.ts';

type Nothing = Record<string, never>;

/** Plans a round or changes the plan. Without criteria and preset, a new round starts with those of a speech contest. */
export async function putRound(
  context: Context,
  actor: Actor,
  { roundId, preset, ...given }: Input<'round:put'>,
): Promise<RoundPlan> {
  const fresh = context.ids.round();
  return context.ledger.change(actor, context.command, (state) => {
    const contest = contestOf(state);
    if (roundId === undefined && contest.rounds.length >= LIMITS.rounds)
      fail('INVALID', `at most ${LIMITS.rounds} rounds`);
    const before =
      roundId === undefined
        ? { id: fresh, title: '', entries: [], panel: [], ...presets.speech }
        : planOf(draftRound(state, roundId));
    const plan: RoundPlan = {
      ...before,
      ...(preset !== undefined && presets[preset]),
      ...(Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined),
      ) as Partial<RoundPlan>),
    };
    if (plan.title === '') fail('INVALID', 'title: a round needs one');
    checkPeople(state, plan);
    return { output: plan, facts: [{ type: 'round:drafted', payload: { plan } }] };
  });
}

export async function setRules(
  context: Context,
  actor: Actor,
  { roundId, ...rules }: Input<'round:rules'>,
): Promise<RoundPlan> {
  return context.ledger.change(actor, context.command, (state) => {
    const plan: RoundPlan = { ...planOf(draftRound(state, roundId)), rules };
    return { output: plan, facts: [{ type: 'round:drafted', payload: { plan } }] };
  });
}

export async function removeRound(
  context: Context,
  actor: Actor,
  { roundId }: Input<'round:remove'>,
): Promise<Nothing> {
  return context.ledger.change(actor, context.command, (state) => {
    if (!contestOf(state).rounds.some(({ id }) => id === roundId)) return { output: {}, facts: [] };
    draftRound(state, roundId);
    return { output: {}, facts: [{ type: 'round:discarded', payload: { roundId } }] };
  });
}

/** Draws the order: by lot, or as entered. It is fixed with the first card, as calibration goes by it (SC-10). */
export async function drawRound(
  context: Context,
  actor: Actor,
  { roundId, order: entered }: Input<'round:draw'>,
): Promise<Output<'round:draw'>> {
  return context.ledger.change(actor, context.command, (state) => {
    const round = roundOf(state, roundId);
    const hasCards = Object.values(round.progress).some((ofEntry) =>
      Object.values(ofEntry).some(({ status }) => status !== 'recused'),
    );
    if (round.status === 'sealed' || round.status === 'published' || hasCards || round.voting !== null)
      fail('CLOSED', 'the order is fixed since the first score or vote');
    const ids = round.entries.map(({ id }) => id);
    const order = entered ?? shuffled(ids, context.randomInt);
    if (order.length !== ids.length || new Set(order).size !== ids.length)
      fail('INVALID', 'order: every entry of the round, once');
    const entries = order.map((id) => entryOf(round, id));
    const plan = { ...planOf(round), entries };
    const fact: Fact =
      round.status === 'draft'
        ? { type: 'round:drafted', payload: { plan } }
        : { type: 'round:drawn', payload: { roundId, order } };
    return { output: { order }, facts: [fact] };
  });
}

/**
 * Begins scoring. The rule set is tried on an empty round first, so that one that cannot be counted never opens; its
 * hash is in the fact (SC-18). Declared conflicts are recused (SC-4); pseudonyms are drawn where they were chosen.
 */
export async function openRoundNow(
  context: Context,
  actor: Actor,
  { roundId }: Input<'round:open'>,
): Promise<Output<'round:open'>> {
  return context.ledger.change(actor, context.command, (state) => {
    const round = roundOf(state, roundId);
    if (round.status === 'open' && round.ruleHash !== null)
      return { output: { ruleHash: round.ruleHash }, facts: [] };
    draftRound(state, roundId);
    const contest = contestOf(state);
    checkReady(state, round);
    const plan = planOf(round);
    const ruleHash = ruleHashOf(plan);
    return {
      output: { ruleHash },
      facts: [
        { type: 'round:opened', payload: { plan, ruleHash } },
        ...masks(context, contest, plan),
        ...conflictsOf(contest, plan).flatMap((key) =>
          cardFacts(
            undefined,
            key,
            nextVersion(context, state, actor, undefined, {
              step: 'recused',
              status: 'recused',
              reason: 'declared conflict of interest',
            }),
          ),
        ),
      ],
    };
  });
}

const planOf = ({ id, title, entries, panel, criteria, rules, vote }: RoundPlan): RoundPlan => ({
  id,
  title,
  entries,
  panel,
  criteria,
  rules,
  vote,
});

function checkPeople(state: EventState, { entries, panel, criteria, vote }: RoundPlan): void {
  for (const { id } of entries) contestantOf(state, id);
  for (const id of panel) findJudge(state, id);
  refuseRepeats(
    'entries',
    entries.map(({ id }) => id),
  );
  refuseRepeats('panel', panel);
  refuseRepeats('SC-12: groups', vote.groups);
  refuseRepeats(
    'SC-1: criteria',
    criteria.map(({ id }) => id),
  );
}

function refuseRepeats(what: string, ids: readonly string[]): void {
  if (new Set(ids).size < ids.length) fail('INVALID', `${what}: one is there twice`);
}

function checkReady(state: EventState, round: Round): void {
  const { rules } = round;
  if (round.entries.length === 0) fail('INVALID', 'SC-1: the round has no entries');
  if (rules.judges !== null && round.panel.length === 0) fail('INVALID', 'SC-1: the round has no judges');
  checkPeople(state, round);
  const earlier = state.contest?.rounds.find(({ id }) => id === rules.carry?.roundId);
  if (rules.carry !== null && earlier?.status !== 'published')
    fail('CLOSED', 'SC-13: the round whose figures are carried forward is not published');
  // Throws for rules that contradict themselves: a time that may be, and an empty sheet, must be countable.
  const evidence = { ...blankSealedRound, votes: [], times: { [round.entries[0]?.id as ContestantId]: 0 } };
  outcomeIn(() => tabulationOf(contestOf(state), round, evidence), rules);
}

function masks({ randomInt }: Context, { judgesShown }: Contest, { id, panel }: RoundPlan): Fact[] {
  if (judgesShown === 'names') return [];
  const width = String(panel.length).length;
  const drawn = shuffled(panel, randomInt).map(
    (judgeId, index) => [judgeId, `J${String(index + 1).padStart(width, '0')}`] as const,
  );
  return [{ type: 'round:masked', payload: { roundId: id, pseudonyms: Object.fromEntries(drawn) } }];
}

type Pair = { roundId: RoundId; entryId: ContestantId; judgeId: JudgeId };

function conflictsOf(contest: Contest, { id, entries, panel }: RoundPlan): Pair[] {
  return contest.desk.conflicts
    .filter(({ judgeId }) => panel.includes(judgeId))
    .flatMap(({ judgeId, contestantIds, organisations }) =>
      entries
        .filter((entry) => {
          const contestant = contest.contestants.find((other) => other.id === entry.id);
          const isOfTheirs = organisations.includes(contestant?.organisation ?? '');
          return contestantIds.includes(entry.id) || (isOfTheirs && contestant?.organisation !== '');
        })
        .map((entry) => ({ roundId: id, entryId: entry.id, judgeId })),
    );
}

/** Fisher and Yates: every order is as likely as any other. */
function shuffled<T>(items: readonly T[], randomInt: (below: number) => number): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

import type { Actor } from '#shared/model/actor.ts';
import type { Round } from '#shared/model/contest.ts';
import type { JudgeId } from '#shared/model/ids.ts';
import type { Card, CardKey, CardStep, OwnCard, Progress, Values } from '#shared/model/scorecard.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Input } from '#shared/protocol/commands.ts';
import { cardOf, nextCard } from '#shared/rules/contest/fold-sealed.ts';
import { problemWith, sameValues } from '#shared/rules/contest/values.ts';
import { ownCard } from '#shared/rules/contest/own-cards.ts';
import type { Context, Decision } from '../../context.ts';
import { fail } from '../../lib/app-error.ts';
import { entryOf, findJudge, judgeOf, openRound, panelJudge } from './access.ts';
import { cardFacts, nextVersion, progressOf, refuseStale, tellJudge } from './cards.ts';

/** Keeps what a judge has filled in so far. */
export async function saveCard(context: Context, actor: Actor, input: Input<'score:save'>): Promise<OwnCard> {
  return submit(context, actor, input, 'saved');
}

/** Signs: from here on it counts, or waits for a second person where the rules say so (SC-3). */
export async function signCard(context: Context, actor: Actor, input: Input<'score:sign'>): Promise<OwnCard> {
  return submit(context, actor, input, 'signed');
}

async function submit(
  context: Context,
  actor: Actor,
  input: Input<'score:save'> & { ruleHash?: string },
  step: 'saved' | 'signed',
): Promise<OwnCard> {
  const card = await context.ledger.change(actor, context.command, (state, sealed): Decision<OwnCard> => {
    const judge = judgeOf(state, actor);
    const round = openRound(state, input.roundId);
    if (!round.panel.includes(judge.id)) fail('FORBIDDEN', 'SC-1: you are not on the panel of this round');
    checkCard(round, input, step === 'signed' ? 'signed' : 'draft');
    const key: CardKey = { roundId: round.id, entryId: input.entryId, judgeId: judge.id };
    const before = cardOf(sealed, key);
    if (before !== undefined) {
      const isDone = step === 'saved' || before.status === 'signed' || before.status === 'locked';
      if (isDone && sameValues(before.values, input.values)) return { output: ownCard(before), facts: [] };
    }
    if (before !== undefined) refuseClosed(round, before, { card: ownCard(before) });
    if (input.version !== (before?.version ?? 0))
      fail('CONFLICT', `SC-3: the card is at version ${before?.version ?? 0}, not ${input.version}`, {
        details: { card: before === undefined ? null : ownCard(before) },
      });
    return enter(context, state, actor, key, before, {
      step,
      status: step === 'saved' ? 'draft' : signedStatus(round),
      values: input.values,
      proxy: false,
    });
  });
  tellJudge(context, card.judgeId, card);
  return card;
}

/** SC-4: a card from paper, entered by the desk. The answer and the desk's facts hold no values. */
export async function enterProxy(
  context: Context,
  actor: Actor,
  input: Input<'score:proxy'>,
): Promise<Progress> {
  const card = await context.ledger.change(actor, context.command, (state, sealed): Decision<OwnCard> => {
    findJudge(state, input.judgeId);
    const round = openRound(state, input.roundId);
    panelJudge(round, input.judgeId);
    checkCard(round, input, 'signed');
    const key: CardKey = { roundId: round.id, entryId: input.entryId, judgeId: input.judgeId };
    const before = cardOf(sealed, key);
    if (before !== undefined) refuseClosed(round, before, { progress: progressOf(before) });
    if (before !== undefined) refuseStale(before, input.version);
    else if (input.version !== 0) fail('CONFLICT', 'SC-3: there is no card yet', { details: { card: null } });
    return enter(context, state, actor, key, before, {
      step: 'signed',
      status: signedStatus(round),
      values: input.values,
      proxy: true,
    });
  });
  tellJudge(context, card.judgeId, card);
  return { status: card.status, version: card.version, proxy: card.proxy, amending: false };
}

export const recuse = (context: Context, actor: Actor, input: Input<'score:recuse'>): Promise<Progress> =>
  stepAside(context, actor, input, 'recused');

export const abstain = (context: Context, actor: Actor, input: Input<'score:abstain'>): Promise<Progress> =>
  stepAside(context, actor, input, 'abstained');

/** SC-4. Judges say it for themselves, the desk for a judge it names. */
async function stepAside(
  context: Context,
  actor: Actor,
  { roundId, entryId, judgeId: named, reason }: Input<'score:recuse'>,
  status: 'recused' | 'abstained',
): Promise<Progress> {
  return leave(context, actor, { roundId, entryId, judgeId: named, reason }, status, status);
}

/** Goes on without a card, with a reason on record; the judge may still sign it. */
export const waive = (context: Context, actor: Actor, input: Input<'score:waive'>): Promise<Progress> =>
  leave(context, actor, input, 'waived', 'absent');

async function leave(
  context: Context,
  actor: Actor,
  input: Omit<Input<'score:recuse'>, 'judgeId'> & { judgeId: JudgeId | undefined },
  step: CardStep,
  status: 'recused' | 'abstained' | 'absent',
): Promise<Progress> {
  const card = await context.ledger.change(actor, context.command, (state, sealed): Decision<OwnCard> => {
    const round = openRound(state, input.roundId);
    entryOf(round, input.entryId);
    const judgeId = panelJudge(round, subjectOf(state, actor, input.judgeId));
    const key: CardKey = { roundId: round.id, entryId: input.entryId, judgeId };
    const before = cardOf(sealed, key);
    if (before?.status === status) return { output: ownCard(before), facts: [] };
    if (before !== undefined) refuseClosed(round, before, { progress: progressOf(before) });
    return enter(context, state, actor, key, before, { step, status, reason: input.reason });
  });
  tellJudge(context, card.judgeId, card);
  return { status: card.status, version: card.version, proxy: card.proxy, amending: false };
}

/** Whom a command is about: a judge is themselves, whatever they say; the desk names one. */
function subjectOf(state: EventState, actor: Actor, named: JudgeId | undefined): JudgeId {
  if (actor.role === 'judge' || named === undefined) {
    const { id } = judgeOf(state, actor);
    if (named !== undefined && named !== id) fail('FORBIDDEN', 'a judge speaks for themselves alone');
    return id;
  }
  return findJudge(state, named).id;
}

type Entering = Parameters<typeof nextVersion>[4];

function enter(
  context: Context,
  state: EventState,
  actor: Actor,
  key: CardKey,
  before: Card | undefined,
  change: Entering,
): Decision<OwnCard> {
  const entry = nextVersion(context, state, actor, before, change);
  return { output: ownCard(nextCard(before, key, entry)), facts: cardFacts(before, key, entry) };
}

const signedStatus = (round: Round): 'locked' | 'signed' =>
  round.rules.confirm === 'auto' ? 'locked' : 'signed';

function checkCard(
  round: Round,
  input: { entryId: CardKey['entryId']; values: Values; ruleHash?: string },
  state: 'draft' | 'signed',
): void {
  entryOf(round, input.entryId);
  if (input.ruleHash !== undefined && input.ruleHash !== round.ruleHash)
    fail('INVALID', 'SC-18: the card was filled in under other criteria than this round’s');
  const problem = problemWith(round, input.values, state);
  if (problem !== null) fail('INVALID', problem);
}

/** A card that is done is not entered again; one that was waived may be, until its entry's scores are shown. */
function refuseClosed(round: Round, card: Card, details: object): void {
  if (card.status === 'draft') return;
  if (card.status !== 'absent') fail('CLOSED', `SC-3: the card is ${card.status}`, { details });
  const isShown = round.shown.some(
    (shown) => 'entryId' in shown && shown.show !== 'entry' && shown.entryId === card.entryId,
  );
  if (isShown) fail('CLOSED', 'SC-5: the entry’s scores have been shown without this card', { details });
}

import type { Actor } from '#shared/model/actor.ts';
import type { Round } from '#shared/model/contest.ts';
import type { Card, CardKey, Progress } from '#shared/model/scorecard.ts';
import type { SealedState } from '#shared/model/sealed.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Input } from '#shared/protocol/commands.ts';
import type { Fact } from '#shared/protocol/updates.ts';
import { deviceOf } from '#shared/rules/contest/devices.ts';
import { cardOf, nextCard } from '#shared/rules/contest/fold-sealed.ts';
import { problemWith, sameValues } from '#shared/rules/contest/values.ts';
import { ownCard } from '#shared/rules/contest/own-cards.ts';
import type { Context, Decision } from '../../context.ts';
import { fail } from '../../lib/app-error.ts';
import { entryOf, openRound, panelJudge, personOf } from './access.ts';
import { cardFacts, nextVersion, progressOf, refuseStale, tellJudge } from './cards.ts';

/** SC-3: a second person says that what was signed, or asked to be amended, is right. They cannot edit it. */
export function confirmCard(
  context: Context,
  actor: Actor,
  input: Input<'score:confirm'>,
): Promise<Progress> {
  return check(context, actor, input, (state, card, round) => {
    if (card.amendment !== null) {
      refuseOwn(state, actor, card.amendment.person);
      return { step: 'amended', status: 'locked', also: correctionOf(round, card) };
    }
    if (card.status !== 'signed') fail('CLOSED', `SC-3: the card is ${card.status}`);
    refuseOwn(state, actor, card.enteredBy);
    return { step: 'confirmed', status: 'locked' };
  });
}

/** Sends a signed card back to its judge, refuses an amendment, or undoes a recusal or abstention. */
export function rejectCard(context: Context, actor: Actor, input: Input<'score:reject'>): Promise<Progress> {
  return check(context, actor, input, (_state, card) => {
    if (card.amendment !== null)
      return { step: 'amendmentRefused', status: card.status, reason: input.reason };
    if (card.status === 'locked' || card.status === 'draft' || card.status === 'absent')
      fail('CLOSED', `SC-3: the card is ${card.status}`);
    return { step: 'rejected', status: 'draft', reason: input.reason };
  });
}

/** Asks for other values on a locked card; until somebody else confirms, the old ones count. */
export function amendCard(context: Context, actor: Actor, input: Input<'score:amend'>): Promise<Progress> {
  return check(context, actor, input, (state, card, round, sealed) => {
    if (card.status !== 'locked') fail('CLOSED', `SC-3: the card is ${card.status}, not locked`);
    refuseUnsigned(state, sealed, actor, round, card);
    if (card.amendment !== null) fail('CLOSED', 'SC-3: an amendment waits for its confirmation');
    const problem = problemWith(round, input.values, 'signed');
    if (problem !== null) fail('INVALID', problem);
    if (sameValues(card.values, input.values)) fail('INVALID', 'SC-3: the values are the same');
    return { step: 'amendmentAsked', status: 'locked', values: input.values, reason: input.reason };
  });
}

type Checked = Parameters<typeof nextVersion>[4] & { also?: Fact[] };

async function check(
  context: Context,
  actor: Actor,
  { version, ...input }: CardKey & { version: number },
  choose: (state: EventState, card: Card, round: Round, sealed: SealedState) => Checked,
): Promise<Progress> {
  const key: CardKey = { roundId: input.roundId, entryId: input.entryId, judgeId: input.judgeId };
  const progress = await context.ledger.change(
    actor,
    context.command,
    (state, sealed): Decision<Progress> => {
      const round = openRound(state, key.roundId);
      entryOf(round, key.entryId);
      panelJudge(round, key.judgeId);
      const card = cardOf(sealed, key) ?? fail('CLOSED', 'SC-3: there is no card yet');
      refuseStale(card, version);
      const { also = [], ...change } = choose(state, card, round, sealed);
      const entry = nextVersion(context, state, actor, card, change);
      return {
        output: progressOf(nextCard(card, key, entry)),
        facts: [...cardFacts(card, key, entry), ...also],
      };
    },
  );
  tellOf(context, context.ledger.sealed, key);
  return progress;
}

function tellOf(context: Context, sealed: SealedState, key: CardKey): void {
  const card = cardOf(sealed, key);
  if (card !== undefined) tellJudge(context, key.judgeId, ownCard(card));
}

function refuseOwn(state: EventState, actor: Actor, person: string): void {
  if (personOf(state, actor) === person)
    fail('FORBIDDEN', 'SC-3: somebody else than who entered it confirms');
}

/** A head judge who scores learns nothing of an entry, not even by trying values, before their own card is done (SC-5). */
function refuseUnsigned(
  state: EventState,
  sealed: SealedState,
  actor: Actor,
  round: Round,
  { roundId, entryId }: CardKey,
): void {
  const judgeId = deviceOf(state.contest, actor.id)?.judgeId;
  if (judgeId === undefined || !round.panel.includes(judgeId)) return;
  const own = cardOf(sealed, { roundId, entryId, judgeId });
  if (own === undefined || own.status === 'draft' || own.status === 'absent')
    fail('CLOSED', 'SC-5: sign your own card for this entry first');
}

/** What the hall was shown of this entry is not true any more. */
function correctionOf(round: Round, { roundId, entryId }: CardKey): Fact[] {
  const isShown = round.shown.some(
    (shown) => 'entryId' in shown && shown.show !== 'entry' && shown.entryId === entryId,
  );
  return isShown ? [{ type: 'reveal:corrected', payload: { roundId, entryId } }] : [];
}

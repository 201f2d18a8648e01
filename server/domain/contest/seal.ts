import type { Actor } from '#shared/model/actor.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import type { Context } from '../../context.ts';
import { fail } from '../../lib/app-error.ts';
import { contestOf, entryOf, openRound, roundOf } from './access.ts';
import { countRound, knownOf, missingCards } from './results.ts';
import { countBallots, readBallots } from './vote-count.ts';

type Nothing = Record<string, never>;

/** Cards a refusal names. */
const NAMED = 20;

/**
 * Ends scoring. Refused while a card is missing that nobody waived, an amendment or the vote is open, or the clock
 * runs. The ballots are counted into the log with it, so that the result rests on the log alone.
 */
export async function sealRound(
  context: Context,
  actor: Actor,
  { roundId }: Input<'round:seal'>,
): Promise<Nothing> {
  return context.ledger.change(actor, context.command, async (state, sealed) => {
    if (roundOf(state, roundId).status === 'sealed') return { output: {}, facts: [] };
    const round = openRound(state, roundId);
    const contest = contestOf(state);
    if (round.voting?.isOpen) fail('CLOSED', 'SC-11: the audience still votes; close the vote first');
    if (contest.stopwatch?.startedAt != null && contest.stopwatch.roundId === roundId)
      fail('CLOSED', 'SC-9: the stopwatch is running');
    const raw = await readBallots(context, round);
    if (raw.ballots.suspect > 0 && round.ruling === null)
      fail('CLOSED', `SC-11: ${raw.ballots.suspect} suspect ballots wait for a ruling (vote:settle)`, {
        details: { ballots: raw.ballots },
      });
    const votes = countBallots(raw, round.ruling);
    const { evidence: known } = await knownOf(context, round, sealed);
    const evidence = { ...known, votes: votes.sets };
    const missing = missingCards(contest, round, evidence);
    if (missing.length > 0)
      fail('CLOSED', `SC-8: ${missing.length} cards are missing; waive them with a reason or wait`, {
        details: { missing: missing.slice(0, NAMED) },
      });
    countRound(contest, round, evidence);
    return {
      output: {},
      facts: [
        { type: 'vote:counted', payload: { roundId, votes } },
        { type: 'round:sealed', payload: { roundId } },
      ],
    };
  });
}

/** Breaks the seal, while only single entries' scores have been shown. */
export async function reopenRound(
  context: Context,
  actor: Actor,
  { roundId, reason }: Input<'round:reopen'>,
): Promise<Nothing> {
  return context.ledger.change(actor, context.command, (state) => {
    const round = roundOf(state, roundId);
    if (round.status === 'open') return { output: {}, facts: [] };
    if (round.status !== 'sealed') fail('CLOSED', `SC-3: the round is ${round.status}`);
    const isShown = round.shown.some(({ show }) => ['place', 'audience', 'board', 'awards'].includes(show));
    if (isShown) fail('CLOSED', 'SC-17: a part of the result has been shown');
    return { output: {}, facts: [{ type: 'round:reopened', payload: { roundId, reason } }] };
  });
}

/** Makes the whole result public. A tie at a cut line that nobody has decided comes first (SC-15). */
export async function publishRound(
  context: Context,
  actor: Actor,
  { roundId }: Input<'round:publish'>,
): Promise<Output<'round:publish'>> {
  return context.ledger.change(actor, context.command, async (state, sealed) => {
    const round = roundOf(state, roundId);
    if (round.status === 'published' && round.results !== null)
      return { output: { results: round.results, awards: round.awards }, facts: [] };
    if (round.status !== 'sealed') fail('CLOSED', 'SC-3: seal the round before it is published');
    const { evidence, votes } = await knownOf(context, round, sealed);
    const { results, awards, toBreak } = countRound(contestOf(state), round, evidence);
    if (toBreak.length > 0)
      fail('CLOSED', 'SC-15: a tie at a cut line of the awards waits for a decision', {
        details: { toBreak },
      });
    const outcome = { results, awards };
    return {
      output: outcome,
      facts: [{ type: 'round:published', payload: { roundId, ...outcome, votes: round.voting && votes } }],
    };
  });
}

/** SC-16: the entry is listed without rank, with this reason. */
export async function disqualify(
  context: Context,
  actor: Actor,
  payload: Input<'entry:disqualify'>,
): Promise<Nothing> {
  return context.ledger.change(actor, context.command, (state) => {
    entryOf(openRound(state, payload.roundId), payload.entryId);
    return { output: {}, facts: [{ type: 'entry:disqualified', payload }] };
  });
}

export async function reinstate(
  context: Context,
  actor: Actor,
  payload: Input<'entry:reinstate'>,
): Promise<Nothing> {
  return context.ledger.change(actor, context.command, (state) => {
    const round = openRound(state, payload.roundId);
    const isOut = round.disqualified.some(({ entryId }) => entryId === payload.entryId);
    return { output: {}, facts: isOut ? [{ type: 'entry:reinstated', payload }] : [] };
  });
}

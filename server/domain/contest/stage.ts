import type { Actor } from '#shared/model/actor.ts';
import type { Stopwatch } from '#shared/model/contest.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Input } from '#shared/protocol/commands.ts';
import type { Fact } from '#shared/protocol/updates.ts';
import type { Context } from '../../context.ts';
import { fail } from '../../lib/app-error.ts';
import { contestOf, entryOf, judgeOf, openRound, roundOf } from './access.ts';

type Nothing = Record<string, never>;

/** Who is on the stage. */
export async function callEntry(
  context: Context,
  actor: Actor,
  { roundId, entryId }: Input<'entry:call'>,
): Promise<Nothing> {
  return context.ledger.change(actor, context.command, (state) => {
    const round = roundOf(state, roundId);
    if (round.status === 'draft') fail('CLOSED', 'SC-3: the round has not opened');
    if (entryId !== null) entryOf(round, entryId);
    return { output: {}, facts: [{ type: 'entry:called', payload: { roundId, entryId } }] };
  });
}

/** Starts the stopwatch, or lets it go on for the same entry; another entry's begins at zero (SC-9). */
export async function startTimer(
  context: Context,
  actor: Actor,
  { roundId, entryId }: Input<'timer:start'>,
): Promise<Stopwatch> {
  return context.ledger.change(actor, context.command, (state) => {
    entryOf(openRound(state, roundId), entryId);
    const { stopwatch } = contestOf(state);
    const isSame = stopwatch?.roundId === roundId && stopwatch.entryId === entryId;
    if (stopwatch?.startedAt != null) {
      if (isSame) return { output: stopwatch, facts: [] };
      fail('CLOSED', 'SC-9: the stopwatch runs for another entry; stop it first');
    }
    const elapsedMs = isSame ? stopwatch.elapsedMs : 0;
    const started: Stopwatch = { roundId, entryId, startedAt: context.clock.now(), elapsedMs };
    return { output: started, facts: [{ type: 'stopwatch:changed', payload: { stopwatch: started } }] };
  });
}

export async function stopTimer(context: Context, actor: Actor): Promise<Stopwatch> {
  return context.ledger.change(actor, context.command, (state) => {
    const stopwatch = presentStopwatch(state);
    if (stopwatch.startedAt === null) return { output: stopwatch, facts: [] };
    const elapsedMs = stopwatch.elapsedMs + Math.max(0, context.clock.now() - stopwatch.startedAt);
    return timed({ ...stopwatch, startedAt: null, elapsedMs }, elapsedMs, '');
  });
}

export async function resetTimer(context: Context, actor: Actor): Promise<Stopwatch> {
  return context.ledger.change(actor, context.command, (state) => {
    const stopwatch = presentStopwatch(state);
    openRound(state, stopwatch.roundId);
    return timed({ ...stopwatch, startedAt: null, elapsedMs: 0 }, null, '');
  });
}

/** Puts a time right, for instance when the light failed; the reason is on record. */
export async function correctTime(
  context: Context,
  actor: Actor,
  input: Input<'timer:correct'>,
): Promise<Nothing> {
  return context.ledger.change(actor, context.command, (state) => {
    entryOf(openRound(state, input.roundId), input.entryId);
    return { output: {}, facts: [{ type: 'time:recorded', payload: input }] };
  });
}

const presentStopwatch = (state: EventState): Stopwatch =>
  contestOf(state).stopwatch ?? fail('CLOSED', 'SC-9: the stopwatch has not been started');

function timed(
  stopwatch: Stopwatch,
  elapsedMs: number | null,
  reason: string,
): { output: Stopwatch; facts: Fact[] } {
  const { roundId, entryId } = stopwatch;
  return {
    output: stopwatch,
    facts: [
      { type: 'stopwatch:changed', payload: { stopwatch } },
      { type: 'time:recorded', payload: { roundId, entryId, elapsedMs, reason } },
    ],
  };
}

/** SC-14: the tie-break judge's own order of the entries. */
export async function rankForTies(
  context: Context,
  actor: Actor,
  { roundId, order }: Input<'tie:rank'>,
): Promise<Nothing> {
  return context.ledger.change(actor, context.command, (state) => {
    const round = openRound(state, roundId);
    const judge = judgeOf(state, actor);
    if (!judge.isTieBreak) fail('FORBIDDEN', 'SC-14: you are not the tie-break judge');
    for (const entryId of order) entryOf(round, entryId);
    if (new Set(order).size < order.length) fail('INVALID', 'SC-14: an entry is there twice');
    return { output: {}, facts: [{ type: 'tie:ranked', payload: { roundId, order } }] };
  });
}

/** SC-14: the head judge's decision, before any of the ranks is shown. */
export async function decideTie(
  context: Context,
  actor: Actor,
  { roundId, order, reason }: Input<'tie:decide'>,
): Promise<Nothing> {
  return context.ledger.change(actor, context.command, (state) => {
    const round = roundOf(state, roundId);
    if (round.status !== 'open' && round.status !== 'sealed')
      fail('CLOSED', `SC-14: the round is ${round.status}`);
    if (round.shown.some(({ show }) => ['place', 'board', 'awards'].includes(show)))
      fail('CLOSED', 'SC-14: ranks have been shown');
    for (const entryId of order) entryOf(round, entryId);
    if (new Set(order).size < order.length) fail('INVALID', 'SC-14: an entry is there twice');
    return { output: {}, facts: [{ type: 'tie:decided', payload: { roundId, order, reason } }] };
  });
}

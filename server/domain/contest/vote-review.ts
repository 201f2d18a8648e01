import type { Actor } from '#shared/model/actor.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import type { Context } from '../../context.ts';
import { fail } from '../../lib/app-error.ts';
import { openRound, roundOf } from './access.ts';
import { readBallots } from './vote-count.ts';

/** The host hears how many ballots stand in quarantine; what is on them is for those who may see results (SC-17). */
export async function reviewVote(
  context: Context,
  actor: Actor,
  { roundId }: Input<'vote:review'>,
): Promise<Output<'vote:review'>> {
  await context.ledger.refresh();
  const round = roundOf(context.ledger.state, roundId);
  const { ballots, sets } = round.votes ?? (await readBallots(context, round));
  const seesVotes = actor.role !== 'host' || round.vote.results === 'live';
  return { ballots, sets: seesVotes ? sets.map((set) => ({ counted: {}, ...set })) : null };
}

/** A ruling on the ballots in quarantine. The vote is closed first, so that it is about all of them. */
export async function settleVote(
  context: Context,
  actor: Actor,
  { roundId, ...ruling }: Input<'vote:settle'>,
): Promise<Output<'vote:settle'>> {
  return context.ledger.change(actor, context.command, (state) => {
    const { voting } = openRound(state, roundId);
    if (voting === null) fail('CLOSED', 'SC-11: there was no vote');
    if (voting.isOpen) fail('CLOSED', 'SC-11: the audience still votes; close the vote first');
    return { output: {}, facts: [{ type: 'vote:settled', payload: { roundId, ruling } }] };
  });
}

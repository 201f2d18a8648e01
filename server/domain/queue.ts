import type { Actor } from '#shared/model/actor.ts';
import type { Claim } from '#shared/model/comment.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import { claimOfAnother } from '#shared/rules/claims.ts';
import type { Context } from '../context.ts';

/** Long enough to read a handful, short enough that what somebody left is soon dealt to others. */
const CLAIM_MS = 45_000;

/**
 * Takes waiting comments in hand, so that no other moderator is dealt them: what was asked for before is given back
 * unless it is asked for again. Of two who ask at once the log hears one first; the other is answered without those.
 */
export async function claimComments(
  context: Context,
  actor: Actor,
  { commentIds }: Input<'comment:claim'>,
): Promise<Output<'comment:claim'>> {
  // Not recorded as a command: asked again, it is a new lease.
  return context.ledger.change(actor, null, async (state) => {
    const now = context.clock.now();
    const until = now + CLAIM_MS;
    const free = commentIds.filter((id) => !claimOfAnother(state.desk.claims, id, actor.id, now));
    const stored = await Promise.all(free.map((id) => context.store.findComment(context.slug, id)));
    const mine = stored.flatMap((found) => (found?.status === 'held' ? [found.comment.id] : []));
    const claims = mine.map((commentId): Claim => ({ commentId, by: actor.id, name: actor.name, until }));
    return {
      output: { commentIds: mine, until },
      facts: [{ type: 'comment:claimed', payload: { by: actor.id, claims } }],
    };
  });
}

export async function releaseComments(context: Context, actor: Actor): Promise<Record<string, never>> {
  return context.ledger.change(actor, context.command, (state) => ({
    output: {},
    facts: state.desk.claims.some(({ by }) => by === actor.id)
      ? [{ type: 'comment:claimed', payload: { by: actor.id, claims: [] } }]
      : [],
  }));
}

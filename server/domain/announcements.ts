import type { Actor } from '#shared/model/actor.ts';
import type { Announcement } from '#shared/model/event.ts';
import type { Input } from '#shared/protocol/commands.ts';
import type { Context } from '../context.ts';

/** Shows an announcement to every viewer, in place of the one before. */
export async function announce(
  context: Context,
  actor: Actor,
  { text }: Input<'announcement:make'>,
): Promise<Announcement> {
  const announcement: Announcement = { text, at: context.clock.now() };
  return context.ledger.change(actor, context.command, () => ({
    output: announcement,
    facts: [{ type: 'announcement:made', payload: { announcement } }],
  }));
}

export async function clearAnnouncement(context: Context, actor: Actor): Promise<Record<string, never>> {
  return context.ledger.change(actor, context.command, (state) => ({
    output: {},
    facts: state.announcement === null ? [] : [{ type: 'announcement:cleared', payload: {} }],
  }));
}

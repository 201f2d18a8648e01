import type { Actor } from '#shared/model/actor.ts';
import type { Mute } from '#shared/model/comment.ts';
import type { ActorId } from '#shared/model/ids.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import { muteOf } from '#shared/rules/mutes.ts';
import type { Context } from '../context.ts';
import { fail } from '../lib/app-error.ts';
import { bindToken } from './contest/pairing.ts';

export async function muteViewer(
  context: Context,
  actor: Actor,
  input: Input<'viewer:mute'>,
): Promise<Record<string, never>> {
  viewersOnly(input.viewerId);
  const { seconds, ...who } = input;
  const mute: Mute = { ...who, until: context.clock.now() + seconds * 1000 };
  await context.ledger.change(actor, context.command, () => ({
    output: {},
    facts: [{ type: 'viewer:muted', payload: { mute } }],
  }));
  if (mute.kind === 'muted') context.live.notify(mute.viewerId, { about: 'mute', mutedUntil: mute.until });
  return {};
}

export async function unmuteViewer(
  context: Context,
  actor: Actor,
  { viewerId }: Input<'viewer:unmute'>,
): Promise<Record<string, never>> {
  const wasTold = muteOf(context.ledger.state, viewerId, context.clock.now())?.kind === 'muted';
  await context.ledger.change(actor, context.command, (state) => ({
    output: {},
    facts: state.desk.mutes.some((mute) => mute.viewerId === viewerId)
      ? [{ type: 'viewer:unmuted', payload: { viewerId } }]
      : [],
  }));
  if (wasTold) context.live.notify(viewerId, { about: 'mute', mutedUntil: null });
  return {};
}

/** Disconnects a viewer everywhere. They may join again: silence is `viewer:mute`. */
export async function kickViewer(
  context: Context,
  actor: Actor,
  { viewerId }: Input<'viewer:kick'>,
): Promise<Record<string, never>> {
  viewersOnly(viewerId);
  await context.ledger.change(actor, context.command, () => ({
    output: {},
    facts: [{ type: 'viewer:kicked', payload: { viewerId } }],
  }));
  context.live.disconnect(viewerId);
  return {};
}

export async function sendReaction(
  context: Context,
  _actor: Actor,
  { kind, count }: Input<'reaction:send'>,
): Promise<Record<string, never>> {
  if (context.ledger.state.event.status === 'ended') fail('CLOSED', 'the event has ended');
  context.live.addReactions(kind, count);
  return {};
}

/** Mints a token for a role; the bearer is new, so two tokens are two actors, unless a viewer is named. */
export async function createToken(
  context: Context,
  actor: Actor,
  input: Input<'token:create'>,
): Promise<Output<'token:create'>> {
  if (context.ledger.state.event.slug === '') fail('NOT_FOUND', 'no such event');
  const { role, name } = input;
  if (input.viewerId !== undefined && role !== 'viewer') fail('INVALID', 'viewerId: not for this role');
  const bearer: Actor =
    role === 'viewer'
      ? await viewerOf(context, input)
      : { id: context.ids.actor(role), role, name, number: null };
  if (input.judgeId !== undefined) {
    if (input.role !== 'judge' && input.role !== 'headJudge') fail('INVALID', 'judgeId: not for this role');
    bearer.id = await bindToken(context, actor, input.judgeId, bearer.id, input.name);
  }
  const token = context.mintToken(context.slug, bearer, input.expiresInSeconds ?? null);
  return { token, actorId: bearer.id };
}

/** The one who is named, or somebody new. A number that nobody has been given yet will be somebody else's. */
async function viewerOf(context: Context, { name, viewerId }: Input<'token:create'>): Promise<Actor> {
  if (viewerId === undefined) return context.newViewer(name);
  viewersOnly(viewerId);
  const number = Number(viewerId.slice(1));
  if (number >= (await context.store.reserveViewers(context.slug, 1))) fail('NOT_FOUND', 'no such viewer');
  return { id: viewerId, role: 'viewer', name, number };
}

function viewersOnly(viewerId: ActorId): void {
  if (!/^v\d+$/.test(viewerId)) fail('INVALID', 'viewerId: not a viewer');
}

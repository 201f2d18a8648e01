import type { Actor } from '#shared/model/actor.ts';
import type { Comment } from '#shared/model/comment.ts';
import type { CommentId } from '#shared/model/ids.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import type { Fact } from '#shared/protocol/updates.ts';
import { claimOfAnother } from '#shared/rules/claims.ts';
import type { Context } from '../context.ts';
import { fail } from '../lib/app-error.ts';
import type { StoredComment } from '../store/store.ts';

/** Lets a held comment through; it joins the river now and is not sampled: somebody chose it. */
export async function approveComment(
  context: Context,
  actor: Actor,
  { commentId }: Input<'comment:approve'>,
): Promise<Record<string, never>> {
  const approved = await decideHeld(context, actor, commentId, 'shown');
  if (approved !== null) context.live.offerComment({ ...approved, at: context.clock.now() }, 'always');
  return {};
}

export async function rejectComment(
  context: Context,
  actor: Actor,
  { commentId }: Input<'comment:reject'>,
): Promise<Record<string, never>> {
  await decideHeld(context, actor, commentId, 'rejected');
  return {};
}

/** Undoes a decision: refused, shown or on its way, it waits again, and whoever sees it sees it no more. */
export async function holdComment(
  context: Context,
  actor: Actor,
  { commentId }: Input<'comment:hold'>,
): Promise<Record<string, never>> {
  return context.ledger.change(actor, context.command, async () => {
    const { comment, status, review } = await findComment(context, commentId);
    if (status === 'held') return { output: {}, facts: [] };
    if (status === 'selfOnly') fail('CLOSED', 'only its author sees the comment');
    const held: Comment = {
      ...comment,
      held: true,
      review: { words: review?.words ?? [], isFirst: review?.isFirst ?? false, dueAt: null },
    };
    const gone: Fact[] =
      status === 'shown' || status === 'delayed' ? [{ type: 'comment:hidden', payload: { commentId } }] : [];
    return {
      output: {},
      facts: [...gone, { type: 'comment:held', payload: { comment: held } }],
      comments: [{ id: commentId, status: 'held' }],
    };
  });
}

/**
 * Takes a shown comment back, or one on its way before anybody saw it; which of both it was when the fact is recorded
 * makes no difference. Hiding a hidden one changes nothing.
 */
export async function hideComment(
  context: Context,
  actor: Actor,
  input: Input<'comment:hide'>,
): Promise<Record<string, never>> {
  return context.ledger.change(actor, context.command, async () => {
    const { comment, status } = await findComment(context, input.commentId);
    if (status === 'hidden') return { output: {}, facts: [] };
    if (status !== 'shown' && status !== 'delayed') fail('CLOSED', 'the comment is not shown');
    return {
      output: {},
      facts: [
        { type: 'comment:hidden', payload: { commentId: comment.id } },
        { type: 'comment:withdrawn', payload: { comment, reason: input.reason ?? '' } },
      ],
      comments: [{ id: comment.id, status: 'hidden' }],
    };
  });
}

/** Undoes a hide: the comment is back in its place. */
export async function restoreComment(
  context: Context,
  actor: Actor,
  { commentId }: Input<'comment:restore'>,
): Promise<Record<string, never>> {
  return context.ledger.change(actor, context.command, async () => {
    const { comment, status } = await findComment(context, commentId);
    if (status === 'shown') return { output: {}, facts: [] };
    if (status !== 'hidden') fail('CLOSED', 'the comment was not hidden');
    return {
      output: {},
      facts: [{ type: 'comment:restored', payload: { comment } }],
      comments: [{ id: comment.id, status: 'shown' }],
    };
  });
}

export async function pinComment(
  context: Context,
  actor: Actor,
  { commentId }: Input<'comment:pin'>,
): Promise<Record<string, never>> {
  return context.ledger.change(actor, context.command, async (state) => {
    if (state.pinned?.id === commentId) return { output: {}, facts: [] };
    const { comment, status } = await findComment(context, commentId);
    if (status !== 'shown') fail('CLOSED', 'only a shown comment can be pinned');
    return { output: {}, facts: [{ type: 'comment:pinned', payload: { comment } }] };
  });
}

export async function unpinComment(context: Context, actor: Actor): Promise<Record<string, never>> {
  return context.ledger.change(actor, context.command, (state) => ({
    output: {},
    facts: state.pinned === null ? [] : [{ type: 'comment:unpinned', payload: {} }],
  }));
}

/** Clears the wall and what flies; the comments stay in the lists and in the record. */
export async function clearWall(context: Context, actor: Actor): Promise<Record<string, never>> {
  const until = context.clock.now();
  return context.ledger.change(actor, context.command, () => ({
    output: {},
    facts: [{ type: 'wall:cleared', payload: { until } }],
  }));
}

export async function restoreWall(context: Context, actor: Actor): Promise<Record<string, never>> {
  return context.ledger.change(actor, context.command, (state) => ({
    output: {},
    facts: state.wallClearedAt === 0 ? [] : [{ type: 'wall:cleared', payload: { until: 0 } }],
  }));
}

/** The store's list, for the desk: what a snapshot is too short for. */
export async function listComments(
  context: Context,
  _actor: Actor,
  input: Input<'comment:list'>,
): Promise<Output<'comment:list'>> {
  const page = { status: input.status, limit: input.limit, order: 'newest' as const };
  const stored = await context.store.listComments(
    context.slug,
    input.before === undefined ? page : { ...page, before: input.before },
  );
  const next = stored.length < input.limit ? null : (stored.at(-1)?.position ?? null);
  return { comments: stored.map(({ comment }) => comment), next };
}

/** The comment, if it was held until now and this call decided it; its author is told. */
async function decideHeld(
  context: Context,
  actor: Actor,
  commentId: CommentId,
  verdict: 'shown' | 'rejected',
): Promise<Comment | null> {
  let decided: Comment | null = null;
  await context.ledger.change(actor, context.command, async (state) => {
    decided = null;
    const { comment, status } = await findComment(context, commentId);
    if (status === verdict) return { output: {}, facts: [] };
    if (status !== 'held') fail('CLOSED', 'the comment is not waiting');
    refuseIfClaimed(context, state, actor, commentId);
    decided = comment;
    const type = verdict === 'shown' ? 'comment:approved' : 'comment:rejected';
    const waitedMs = Math.max(0, context.clock.now() - comment.at);
    return {
      output: {},
      facts: [{ type, payload: { commentId, text: comment.text, waitedMs } }],
      comments: [{ id: commentId, status: verdict }],
    };
  });
  const comment = decided as Comment | null;
  if (comment !== null) {
    context.live.notify(comment.author.id, { about: 'comment', commentId, shown: verdict === 'shown' });
  }
  return comment;
}

function refuseIfClaimed(context: Context, state: EventState, actor: Actor, commentId: CommentId): void {
  const claim = claimOfAnother(state.desk.claims, commentId, actor.id, context.clock.now());
  if (claim) fail('CONFLICT', 'another moderator has it in hand', { details: claim });
}

async function findComment(context: Context, id: CommentId): Promise<StoredComment> {
  return (await context.store.findComment(context.slug, id)) ?? fail('INVALID', `no comment ${id}`);
}

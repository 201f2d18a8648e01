import { DEFAULTS } from '#shared/limits.ts';
import type { Actor } from '#shared/model/actor.ts';
import type { Author, Comment, CommentStatus } from '#shared/model/comment.ts';
import type { CommentSettings, WordList } from '#shared/model/event.ts';
import type { CommentId } from '#shared/model/ids.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import { muteOf } from '#shared/rules/mutes.ts';
import type { Context } from '../context.ts';
import { fail } from '../lib/app-error.ts';
import type { Pace, StoredComment } from '../store/store.ts';
import { cleanComment, cleanNickname } from './text/clean.ts';
import { defaultNickname } from './text/names.ts';
import { compileWords, type WordMatcher } from './text/words.ts';

/**
 * Accepts a comment: cleaned, moderated, stored once per `commandId`, then offered to the river.
 * `shown` is what its author may believe: true for a comment only they will see.
 */
export async function postComment(
  context: Context,
  actor: Actor,
  input: Input<'comment:post'>,
): Promise<Output<'comment:post'>> {
  const { event, desk } = context.ledger.state;
  const isOpen = event.comments.open && (event.status === 'live' || event.status === 'scheduled');
  if (!isOpen && actor.role === 'viewer') fail('CLOSED', 'comments are closed');
  const now = context.clock.now();
  const mute = muteOf(context.ledger.state, actor.id, now);
  if (mute?.kind === 'muted') fail('MUTED', 'you are muted', { retryAfterMs: mute.until - now });

  const text = cleaned(cleanComment(input.text, event.comments.maxLength), 'text');
  const comment: Comment = {
    id: context.ids.comment(),
    text,
    at: now,
    author: authorOf(actor, input.nickname),
  };
  const isHeld =
    isViewer(actor) && (event.comments.mode === 'pre' || matcherOf(desk.words).match(text).length > 0);
  const status: CommentStatus = mute?.kind === 'selfOnly' ? 'selfOnly' : isHeld ? 'held' : 'shown';

  const outcome = await context.store.addComment(
    context.slug,
    { comment, status, commandId: context.command.id, inputHash: context.command.inputHash },
    isViewer(actor) ? paceOf(event.comments) : null,
  );
  if (outcome.status === 'tooSoon')
    fail('RATE', 'wait before the next comment', { retryAfterMs: outcome.retryAfterMs });
  if (outcome.status === 'duplicate') {
    if (outcome.inputHash !== context.command.inputHash)
      fail('ID_REUSE', 'commandId was used for another comment');
    return { id: outcome.comment.id, shown: outcome.first !== 'held' };
  }
  if (status === 'shown') context.live.offerComment(comment, isViewer(actor) ? 'sampled' : 'always');
  if (status === 'held') context.live.offerComment({ ...comment, held: true }, 'sampled');
  return { id: comment.id, shown: status !== 'held' };
}

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

/** Takes a shown comment back. Hiding a hidden one changes nothing. */
export async function hideComment(
  context: Context,
  actor: Actor,
  input: Input<'comment:hide'>,
): Promise<Record<string, never>> {
  return context.ledger.change(actor, context.command, async () => {
    const { comment, status } = await findComment(context, input.commentId);
    if (status === 'hidden') return { output: {}, facts: [] };
    if (status !== 'shown') fail('CLOSED', 'the comment is not shown');
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
  await context.ledger.change(actor, context.command, async () => {
    decided = null;
    const { comment, status } = await findComment(context, commentId);
    if (status === verdict) return { output: {}, facts: [] };
    if (status !== 'held') fail('CLOSED', 'the comment is not waiting');
    decided = comment;
    const type = verdict === 'shown' ? 'comment:approved' : 'comment:rejected';
    return {
      output: {},
      facts: [{ type, payload: { commentId } }],
      comments: [{ id: commentId, status: verdict }],
    };
  });
  const comment = decided as Comment | null;
  if (comment !== null) {
    context.live.notify(comment.author.id, { about: 'comment', commentId, shown: verdict === 'shown' });
  }
  return comment;
}

async function findComment(context: Context, id: CommentId): Promise<StoredComment> {
  return (await context.store.findComment(context.slug, id)) ?? fail('INVALID', `no comment ${id}`);
}

const isViewer = (actor: Actor): boolean => actor.role === 'viewer';

/** Viewers choose a name when they speak; everyone else speaks under the name on their token. */
function authorOf(actor: Actor, nickname: string | undefined): Author {
  const { id, role, number } = actor;
  if (!isViewer(actor)) return { id, name: actor.name, role };
  if (nickname !== undefined) return { id, name: cleaned(cleanNickname(nickname), 'nickname'), role };
  return { id, name: actor.name || defaultNickname(number ?? 0), role };
}

function cleaned(result: { ok: true; text: string } | { ok: false; reason: string }, field: string): string {
  return result.ok ? result.text : fail('INVALID', `${field}: ${result.reason}`);
}

const matchers = new WeakMap<WordList, WordMatcher>();

/** A list is compiled once; the state holds the same object until the list is replaced. */
function matcherOf(words: WordList): WordMatcher {
  const matcher = matchers.get(words) ?? compileWords(words);
  matchers.set(words, matcher);
  return matcher;
}

/** Slow mode, when it is on, is the whole rule: one comment each so many seconds. */
const paceOf = (settings: CommentSettings): Pace =>
  settings.slowModeSeconds > 0
    ? { intervalMs: settings.slowModeSeconds * 1000, burst: 1 }
    : DEFAULTS.commentPace;

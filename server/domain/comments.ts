import { DEFAULTS } from '#shared/limits.ts';
import type { Actor } from '#shared/model/actor.ts';
import type { Author, Comment, CommentStatus, Mute, OwnStatus, Review } from '#shared/model/comment.ts';
import type { CommentSettings } from '#shared/model/event.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import { muteOf } from '#shared/rules/mutes.ts';
import type { Context } from '../context.ts';
import { fail } from '../lib/app-error.ts';
import type { Pace } from '../store/store.ts';
import { cleanComment, cleanNickname } from './text/clean.ts';
import { defaultNickname } from './text/names.ts';
import { wordsAgainst } from './words.ts';

/**
 * Accepts a comment: cleaned, moderated, stored once per `commandId`, then offered to the river.
 * `shown` is what its author may believe: true for a comment only they will see, and for one that is delayed.
 */
export async function postComment(
  context: Context,
  actor: Actor,
  input: Input<'comment:post'>,
): Promise<Output<'comment:post'>> {
  const { event } = context.ledger.state;
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
  const { status, review } = await judge(context, actor, comment, mute);

  const outcome = await context.store.addComment(
    context.slug,
    { comment, status, review, commandId: context.command.id, inputHash: context.command.inputHash },
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
  if (review !== null) context.live.offerComment({ ...comment, held: true, review }, 'sampled');
  return { id: comment.id, shown: status !== 'held' };
}

/** One's own comments again, by id: a phone that was asleep asks what it has missed. */
export async function ownComments(
  context: Context,
  actor: Actor,
  { commentIds }: Input<'comment:mine'>,
): Promise<Output<'comment:mine'>> {
  const found = await Promise.all(commentIds.map((id) => context.store.findComment(context.slug, id)));
  const own = found.filter((stored) => stored?.comment.author.id === actor.id);
  return {
    comments: own.flatMap((stored) =>
      stored === null ? [] : [{ id: stored.comment.id, status: OWN_STATUS[stored.status] }],
    ),
  };
}

const OWN_STATUS: Record<CommentStatus, OwnStatus> = {
  shown: 'shown',
  delayed: 'shown',
  selfOnly: 'shown',
  held: 'held',
  rejected: 'rejected',
  hidden: 'hidden',
};

/** Where a comment goes, and what the desk is to know of it when that is not straight to everyone. */
async function judge(
  context: Context,
  actor: Actor,
  comment: Comment,
  mute: Mute | undefined,
): Promise<{ status: CommentStatus; review: Review | null }> {
  const { event, desk } = context.ledger.state;
  const { mode, delaySeconds } = event.comments;
  if (mute?.kind === 'selfOnly') return { status: 'selfOnly', review: null };
  const words = isViewer(actor) ? wordsAgainst(desk.words, comment) : [];
  const mayWait = isViewer(actor) && (mode === 'first' || mode === 'pre' || words.length > 0);
  if (mayWait) {
    const isFirst = !(await context.store.isKnownAuthor(context.slug, comment.author.id));
    if (mode === 'pre' || words.length > 0 || isFirst)
      return { status: 'held', review: { words, isFirst, dueAt: null } };
  }
  if (mode !== 'delay') return { status: 'shown', review: null };
  // Hosts too: an answer must not overtake the question.
  return { status: 'delayed', review: { words, isFirst: false, dueAt: comment.at + delaySeconds * 1000 } };
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

/** Slow mode, when it is on, is the whole rule: one comment each so many seconds. */
const paceOf = (settings: CommentSettings): Pace =>
  settings.slowModeSeconds > 0
    ? { intervalMs: settings.slowModeSeconds * 1000, burst: 1 }
    : DEFAULTS.commentPace;

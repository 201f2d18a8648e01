import { LIMITS } from '../limits.ts';
import type { Claim, Comment } from '../model/comment.ts';
import type { Desk } from '../model/desk.ts';
import type { ActorId } from '../model/ids.ts';
import type { FactPayload } from '../protocol/updates.ts';

type Decision = FactPayload<'comment:approved' | 'comment:rejected'>;

export const emptyDesk: Desk = {
  held: [],
  delayed: [],
  hidden: [],
  claims: [],
  waitsMs: [],
  mutes: [],
  words: { block: [], allow: [], names: [] },
  cues: [],
  acts: [],
  screenLinks: [],
};

/** How many of the last waits make the figure that the desk sees. */
const WAITS = 30;

export const without = (comments: readonly Comment[], id: Comment['id']): Comment[] =>
  comments.filter((comment) => comment.id !== id);

const unclaimed = (claims: readonly Claim[], id: Comment['id']): Claim[] =>
  claims.filter((claim) => claim.commentId !== id);

export const withdrawn = (desk: Desk, comment: Comment): Desk => ({
  ...desk,
  hidden: [...without(desk.hidden, comment.id), comment].slice(-LIMITS.snapshotComments),
});

/** Approved or refused: it waits no more, nobody has it in hand, and how long it took is remembered. */
export const decided = (desk: Desk, { commentId, waitedMs }: Decision): Desk => ({
  ...desk,
  held: without(desk.held, commentId),
  claims: unclaimed(desk.claims, commentId),
  waitsMs: [...desk.waitsMs, waitedMs].slice(-WAITS),
});

/** Back in the queue, in its place by time. */
export function heldAgain(desk: Desk, comment: Comment): Desk {
  const others = without(desk.held, comment.id);
  const later = others.findIndex(({ at }) => at > comment.at);
  const place = later === -1 ? others.length : later;
  const held = [...others.slice(0, place), comment, ...others.slice(place)].slice(-LIMITS.heldComments);
  return {
    ...desk,
    held,
    delayed: without(desk.delayed, comment.id),
    hidden: without(desk.hidden, comment.id),
  };
}

/** What one has in hand now; claims that ran out before are gone. */
export function claimed(desk: Desk, by: ActorId, claims: readonly Claim[], at: number | undefined): Desk {
  const taken = new Set(claims.map(({ commentId }) => commentId));
  const others = desk.claims.filter(
    (claim) => claim.by !== by && !taken.has(claim.commentId) && (at === undefined || claim.until > at),
  );
  return { ...desk, claims: [...others, ...claims] };
}

/** Comments that are not shown yet join the desk; what is shown is no longer on its way, nor what came long before it. */
export function withWaiting(desk: Desk, waiting: readonly Comment[], shown: readonly Comment[]): Desk {
  const isQuiet = waiting.length === 0 && (shown.length === 0 || desk.delayed.length === 0);
  if (isQuiet) return desk;
  const gone = new Set(shown.map(({ id }) => id));
  const now = shown.at(-1)?.at ?? 0;
  const isOver = (comment: Comment): boolean => gone.has(comment.id) || (comment.review?.dueAt ?? 0) < now;
  const held = waiting.filter(({ review }) => (review?.dueAt ?? null) === null);
  const delayed = waiting.filter(({ review }) => (review?.dueAt ?? null) !== null);
  return {
    ...desk,
    held: held.length === 0 ? desk.held : [...desk.held, ...held].slice(-LIMITS.heldComments),
    delayed: [...desk.delayed.filter((comment) => !isOver(comment)), ...delayed].slice(-LIMITS.heldComments),
  };
}

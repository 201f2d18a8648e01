import { z } from 'zod';
import { ActorId, CommentId, Instant } from './ids.ts';
import { Role } from './actor.ts';

export const Author = z.object({ id: ActorId, name: z.string(), role: Role });
export type Author = z.output<typeof Author>;

/**
 * What only the desk knows of a comment that is not shown yet. `words`: entries of the word list found in it or in its
 * author's name. `isFirst`: its author has no comment that was let through. `dueAt`: shown by itself then.
 */
export const Review = z.object({
  words: z.array(z.string()),
  isFirst: z.boolean(),
  dueAt: Instant.nullable(),
});
export type Review = z.output<typeof Review>;

/** A comment as an audience sees it. `held` and `review` are there only on the desk, while the comment is not shown. */
export const Comment = z.object({
  id: CommentId,
  text: z.string(),
  at: Instant,
  author: Author,
  held: z.literal(true).optional(),
  review: Review.optional(),
});
export type Comment = z.output<typeof Comment>;

/**
 * What became of a comment. `delayed`: shown by itself when its time has come. `selfOnly`: only its author believes it was shown. `rejected`: a moderator said no.
 * `hidden`: it was shown and then taken back.
 */
export const CommentStatus = z.enum(['shown', 'held', 'delayed', 'selfOnly', 'rejected', 'hidden']);
export type CommentStatus = z.output<typeof CommentStatus>;

/** What its author may know: `delayed` and `selfOnly` pass for shown. */
export const OwnStatus = z.enum(['shown', 'held', 'rejected', 'hidden']);
export type OwnStatus = z.output<typeof OwnStatus>;

/** A viewer who may not be heard until `until`: `muted` is told so, `selfOnly` is not. */
export const Mute = z.object({
  viewerId: ActorId,
  kind: z.enum(['muted', 'selfOnly']),
  until: Instant,
  name: z.string(),
});
export type Mute = z.output<typeof Mute>;

/** A waiting comment that a moderator has in hand: nobody else is dealt it before `until`. */
export const Claim = z.object({ commentId: CommentId, by: ActorId, name: z.string(), until: Instant });
export type Claim = z.output<typeof Claim>;

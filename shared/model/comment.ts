import { z } from 'zod';
import { ActorId, CommentId, Instant } from './ids.ts';
import { Role } from './actor.ts';

export const Author = z.object({ id: ActorId, name: z.string(), role: Role });
export type Author = z.output<typeof Author>;

/** A comment as an audience sees it. `held` is there only on the desk, while the comment waits for a moderator. */
export const Comment = z.object({
  id: CommentId,
  text: z.string(),
  at: Instant,
  author: Author,
  held: z.literal(true).optional(),
});
export type Comment = z.output<typeof Comment>;

/**
 * What became of a comment. `selfOnly`: only its author believes it was shown. `rejected`: a moderator said no.
 * `hidden`: it was shown and then taken back.
 */
export const CommentStatus = z.enum(['shown', 'held', 'selfOnly', 'rejected', 'hidden']);
export type CommentStatus = z.output<typeof CommentStatus>;

/** A viewer who may not be heard until `until`: `muted` is told so, `selfOnly` is not. */
export const Mute = z.object({
  viewerId: ActorId,
  kind: z.enum(['muted', 'selfOnly']),
  until: Instant,
  name: z.string(),
});
export type Mute = z.output<typeof Mute>;

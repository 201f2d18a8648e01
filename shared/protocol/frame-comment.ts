import { z } from 'zod';
import { Role } from '../model/actor.ts';
import { Comment } from '../model/comment.ts';
import { ActorId } from '../model/ids.ts';

/**
 * A comment as frames carry it. Every byte of it is copied once for each viewer, so what most comments have in common
 * is left out: `ms` is how long after the frame's `t` it was made, no `name` is an empty one, no `role` a viewer's.
 */
export const FrameComment = Comment.omit({ at: true, author: true }).extend({
  ms: z.int().nonnegative(),
  by: ActorId,
  name: z.string().optional(),
  role: Role.optional(),
});
export type FrameComment = z.output<typeof FrameComment>;

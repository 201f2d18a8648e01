import { z } from 'zod';
import { type AUDIENCES, ROLES } from '../limits.ts';
import { ActorId } from './ids.ts';

export const Role = z.enum(ROLES);
export type Role = z.output<typeof Role>;

export type Audience = (typeof AUDIENCES)[number];

/** Someone who acts in one event. `number` is the viewer's dense number, issued once; only viewers have one. */
export const Actor = z.object({
  id: ActorId,
  role: Role,
  name: z.string(),
  number: z.int().positive().nullable(),
});
export type Actor = z.output<typeof Actor>;

import type { z } from 'zod';
import type { Audience } from '../model/actor.ts';

export type FactRow<P extends z.ZodType> = {
  says: string;
  kind: 'fact';
  audiences: readonly Audience[];
  payload: P;
};

export const ALL = ['public', 'jury', 'staff'] as const;
export const STAFF = ['staff'] as const;
/** Judges, head judge, scrutineer, and the desk. */
export const PANEL = ['jury', 'staff'] as const;
/** Everyone but the judges, who are not shown the clock. */
export const CLOCK = ['public', 'staff'] as const;
/** Nobody: it is in the log and in the server's own fold, and never leaves it. */
export const SEALED = [] as const;

export const fact = <P extends z.ZodType>(
  audiences: readonly Audience[],
  says: string,
  payload: P,
): FactRow<P> => ({
  kind: 'fact',
  audiences,
  says,
  payload,
});

import { z } from 'zod';
import { Role } from '../model/actor.ts';

/**
 * How often one actor may send a command, as a bucket of `burst` refilled at `perSecond`.
 * Comments have their own pace on top, per event (`DEFAULTS.commentPace`, slow mode).
 */
export const rates = {
  chat: { perSecond: 2, burst: 10 },
  tap: { perSecond: 10, burst: 20 },
  control: { perSecond: 20, burst: 60 },
  read: { perSecond: 5, burst: 20 },
} as const;
export type Rate = keyof typeof rates;

export type CommandRow<I extends z.ZodType, O extends z.ZodType> = {
  /** One English sentence for the reference. */
  says: string;
  roles: readonly Role[];
  input: I;
  output: O;
  rate: Rate;
};
export const command = <I extends z.ZodType, O extends z.ZodType>(row: CommandRow<I, O>): CommandRow<I, O> =>
  row;

export const ADMINS = ['admin'] as const;
export const HOSTS = ['host', 'admin'] as const;
export const DESK = ['moderator', 'host', 'admin'] as const;
export const VOTERS = ['viewer'] as const;
export const EVERYBODY = Role.options.filter((role) => role !== 'screen');

export const trimmed = (max: number) => z.string().trim().min(1).max(max);
export const nothing = z.strictObject({});
export const done = z.object({});

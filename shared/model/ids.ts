import { z } from 'zod';
import { LIMITS } from '../limits.ts';

const id = z.string().regex(/^[\w.-]{1,40}$/);

/** The address of an event: lower-case letters, digits and hyphens, as it stands in `/e/:slug`. */
export const EventSlug = z
  .string()
  .max(LIMITS.slugLength)
  .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/)
  .brand<'EventSlug'>();
export type EventSlug = z.output<typeof EventSlug>;

export const PollId = id.brand<'PollId'>();
export type PollId = z.output<typeof PollId>;

export const OptionId = id.brand<'OptionId'>();
export type OptionId = z.output<typeof OptionId>;

export const CommentId = id.brand<'CommentId'>();
export type CommentId = z.output<typeof CommentId>;

export const ItemId = id.brand<'ItemId'>();
export type ItemId = z.output<typeof ItemId>;

/** A contestant or work 选手/作品; as an entry of a round it keeps this id. */
export const ContestantId = id.brand<'ContestantId'>();
export type ContestantId = z.output<typeof ContestantId>;

export const JudgeId = id.brand<'JudgeId'>();
export type JudgeId = z.output<typeof JudgeId>;

export const RoundId = id.brand<'RoundId'>();
export type RoundId = z.output<typeof RoundId>;

/** Unique within a round; a criterion that keeps its id over rounds is the same criterion. */
export const CriterionId = id.brand<'CriterionId'>();
export type CriterionId = z.output<typeof CriterionId>;

/** A screen 大屏 of the event, as in `/stage/:slug?screen=side`; `main` is there from the start. */
export const ScreenName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,23}$/)
  .brand<'ScreenName'>();
export type ScreenName = z.output<typeof ScreenName>;

/** Who acted: `v12` is the viewer with number 12 in this event, anything else comes from a minted token. */
export const ActorId = id.brand<'ActorId'>();
export type ActorId = z.output<typeof ActorId>;

/** Made by the client, unique per actor; the same id is the same command, however often it is sent. */
export const CommandId = z.string().regex(/^[\w-]{1,64}$/);

/** Unix time in milliseconds, always the server's. */
export const Instant = z.int().nonnegative();

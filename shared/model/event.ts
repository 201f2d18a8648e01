import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { EventSlug, Instant, ItemId } from './ids.ts';

export const EventStatus = z.enum(['draft', 'scheduled', 'live', 'ended']);
export type EventStatus = z.output<typeof EventStatus>;

const webUrl = z
  .url({ protocol: /^https?$/ })
  .max(LIMITS.urlLength)
  .or(
    z
      .string()
      .max(LIMITS.urlLength)
      .regex(/^\/(?!\/)[\w./%-]*$/),
  );

/** Where the picture comes from: the organiser's provider, never us. A path is a file this server ships. */
export const Stream = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('hls'), url: webUrl }),
  z.strictObject({ kind: z.literal('mp4'), url: webUrl }),
  z.strictObject({ kind: z.literal('iframe'), url: webUrl }),
]);
export type Stream = z.output<typeof Stream>;

/** `post`: shown at once, moderated after. `pre`: held until a moderator approves. */
export const CommentSettings = z.strictObject({
  open: z.boolean(),
  mode: z.enum(['post', 'pre']),
  slowModeSeconds: z.int().min(0).max(300),
  maxLength: z.int().min(1).max(LIMITS.commentGraphemes),
  displayPerSecond: z.int().min(5).max(200),
});
export type CommentSettings = z.output<typeof CommentSettings>;

export const EventInfo = z.strictObject({
  slug: EventSlug,
  title: z.string(),
  summary: z.string(),
  status: EventStatus,
  startsAt: Instant.nullable(),
  stream: Stream,
  comments: CommentSettings,
});
export type EventInfo = z.output<typeof EventInfo>;

/** One programme item 节目/环节 of the rundown 流程单. At most one is `live`. */
export const RundownItem = z.strictObject({
  id: ItemId,
  title: z.string(),
  note: z.string(),
  plannedSeconds: z.int().min(0).max(86_400).nullable(),
  status: z.enum(['planned', 'live', 'done']),
});
export type RundownItem = z.output<typeof RundownItem>;

/** Words that hold a comment for a moderator, and longer words that may contain them innocently. */
export const WordList = z.strictObject({ block: z.array(z.string()), allow: z.array(z.string()) });
export type WordList = z.output<typeof WordList>;

import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { isEmbedOrigin } from '../rules/embed-origin.ts';
import { PhotoHash } from './contest.ts';
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

/**
 * `post` 先发后审: shown at once, moderated after. `delay` 延迟展示: shown after `delaySeconds`, which the desk has to take
 * it back unseen. `first`: the first comment of an author waits for a moderator. `pre` 先审后发: all of them do.
 */
export const CommentMode = z.enum(['post', 'delay', 'first', 'pre']);
export type CommentMode = z.output<typeof CommentMode>;

export const CommentSettings = z.strictObject({
  open: z.boolean(),
  mode: CommentMode,
  delaySeconds: z.int().min(1).max(LIMITS.delaySeconds),
  slowModeSeconds: z.int().min(0).max(300),
  maxLength: z.int().min(1).max(LIMITS.commentGraphemes),
  displayPerSecond: z.int().min(5).max(200),
});
export type CommentSettings = z.output<typeof CommentSettings>;

/** A site that may embed the event, as in `https://www.example.com`, or `https://*.example.com` for all under it. */
export const EmbedOrigin = z.string().max(LIMITS.originLength).refine(isEmbedOrigin, {
  error: 'an origin such as https://www.example.com; http only on this machine or in the local network',
});

export const EventInfo = z.strictObject({
  slug: EventSlug,
  title: z.string(),
  summary: z.string(),
  status: EventStatus,
  startsAt: Instant.nullable(),
  stream: Stream,
  comments: CommentSettings,
  /** Only on a rehearsal 彩排: a twin of an event that is not announced, counts for itself, and can be cleared. */
  rehearsal: z.literal(true).optional(),
  /** Sites that may embed it, besides this server's own pages and the visitor's own machine. */
  embedOrigins: z.array(EmbedOrigin).max(LIMITS.embedOrigins),
  /** What stands for the event on the portal and in shared links; a photo that was uploaded here. */
  picture: PhotoHash.nullable(),
});
export type EventInfo = z.output<typeof EventInfo>;

/** One programme item 节目/环节 of the rundown 流程单. At most one is `live`; when it began and ended is what happened. */
export const RundownItem = z.strictObject({
  id: ItemId,
  title: z.string(),
  note: z.string(),
  plannedSeconds: z.int().min(0).max(86_400).nullable(),
  status: z.enum(['planned', 'live', 'done']),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
});
export type RundownItem = z.output<typeof RundownItem>;

/**
 * Words that hold a comment for a moderator, longer words that may contain them innocently, and what a nickname may not
 * contain beside them.
 */
export const WordList = z.strictObject({
  block: z.array(z.string()),
  allow: z.array(z.string()),
  names: z.array(z.string()),
});
export type WordList = z.output<typeof WordList>;

/** A word from the stage to every viewer 公告. */
export const Announcement = z.strictObject({ text: z.string(), at: Instant });
export type Announcement = z.output<typeof Announcement>;

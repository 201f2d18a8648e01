import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { Instant, PollId, ScreenName } from './ids.ts';

const simple = <N extends string>(scene: N) => z.strictObject({ scene: z.literal(scene) });

/** What of the contest: whatever happened last in it, the audience's vote, or the figures shown so far as a table. */
const contestView = z.enum(['latest', 'vote', 'board']);

/** What the stage screen 大屏 shows. `idle` is the waiting picture with the QR code. */
export const Scene = z.discriminatedUnion('scene', [
  simple('idle'),
  simple('counter'),
  simple('wall'),
  simple('blackout'),
  z.strictObject({ scene: z.literal('poll'), pollId: PollId }),
  z.strictObject({ scene: z.literal('countdown'), endsAt: Instant, label: z.string() }),
  z.strictObject({ scene: z.literal('announcement'), title: z.string(), text: z.string() }),
  z.strictObject({ scene: z.literal('contest'), view: contestView }),
]);
export type Scene = z.output<typeof Scene>;

/** Which screen is meant; the main one when none is named. */
const request = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject({ ...shape, screen: ScreenName.optional() });

/** A scene as a host asks for it: a countdown is given in seconds, the server says when it ends. */
export const SceneRequest = z.discriminatedUnion('scene', [
  request({ scene: z.literal('idle') }),
  request({ scene: z.literal('counter') }),
  request({ scene: z.literal('wall') }),
  request({ scene: z.literal('blackout') }),
  request({ scene: z.literal('poll'), pollId: PollId }),
  request({
    scene: z.literal('countdown'),
    seconds: z.int().min(1).max(86_400),
    label: z.string().max(LIMITS.titleLength).default(''),
  }),
  request({
    scene: z.literal('announcement'),
    title: z.string().max(LIMITS.titleLength).default(''),
    text: z.string().min(1).max(LIMITS.announcementLength),
  }),
  request({ scene: z.literal('contest'), view: contestView.default('latest') }),
]);
export type SceneRequest = z.input<typeof SceneRequest>;

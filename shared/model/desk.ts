import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { Claim, Comment, Mute } from './comment.ts';
import { WordList } from './event.ts';
import { ActorId, Instant, ItemId, PollId, RoundId } from './ids.ts';
import { ScreenLink } from './screen.ts';
import { SceneRequest } from './stage.ts';

const cue = <D extends string, S extends z.ZodRawShape>(does: D, shape: S) =>
  z.strictObject({ itemId: ItemId, do: z.literal(does), ...shape });

/** What a step of the rundown sets off when the show gets there: what a host would else do by hand. */
export const Cue = z.discriminatedUnion('do', [
  cue('openPoll', { pollId: PollId }),
  cue('closePoll', { pollId: PollId }),
  /** The audience's vote in a contest's round. */
  cue('openVote', { roundId: RoundId, closesAfterSeconds: z.int().min(5).max(86_400).optional() }),
  cue('closeVote', { roundId: RoundId }),
  cue('takeScene', { scene: SceneRequest }),
  cue('announce', { text: z.string().trim().min(1).max(LIMITS.announcementLength) }),
]);
export type Cue = z.output<typeof Cue>;

/** One act at the desk: who did what, and to what. `type` is the fact's name. */
export const DeskAct = z.object({
  at: Instant,
  by: ActorId,
  name: z.string(),
  type: z.string(),
  about: z.string(),
});
export type DeskAct = z.output<typeof DeskAct>;

/** What only the desk (hosts and moderators) hears; empty in every other audience's state. */
export const Desk = z.object({
  /** Comments waiting for a moderator, oldest first. */
  held: z.array(Comment),
  /** Comments on their way to be shown, oldest first; those whose time has come may still stand here. */
  delayed: z.array(Comment),
  /** Comments taken back, newest last, so that they can be restored. */
  hidden: z.array(Comment),
  claims: z.array(Claim),
  /** How long the last comments waited until they were decided, in milliseconds. */
  waitsMs: z.array(z.int().nonnegative()),
  mutes: z.array(Mute),
  words: WordList,
  cues: z.array(Cue),
  /** Oldest first. */
  acts: z.array(DeskAct),
  /** Keys for screens that are good now. */
  screenLinks: z.array(ScreenLink),
});
export type Desk = z.output<typeof Desk>;

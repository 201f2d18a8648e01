import { z } from 'zod';
import { Comment, Mute } from './comment.ts';
import { Contest } from './contest.ts';
import { EventInfo, RundownItem, WordList } from './event.ts';
import { Gauges } from './gauges.ts';
import { ScreenName } from './ids.ts';
import { Poll } from './poll.ts';
import { Screen, ScreenLink } from './screen.ts';
import { Scene } from './stage.ts';

/** What only the desk (hosts and moderators) hears; empty in every other audience's state. */
export const Desk = z.object({
  /** Comments waiting for a moderator, oldest first. */
  held: z.array(Comment),
  /** Comments taken back, newest last, so that they can be restored. */
  hidden: z.array(Comment),
  mutes: z.array(Mute),
  words: WordList,
  /** Keys for screens that are good now. */
  screenLinks: z.array(ScreenLink),
});
export type Desk = z.output<typeof Desk>;

/** Everything an audience knows of an event: the fold of all it has heard. The snapshot is this, whole. */
export const EventState = z.object({
  event: EventInfo,
  rundown: z.array(RundownItem),
  polls: z.array(Poll),
  /** The scene taken for the main screen, and for all that go with it. */
  stage: Scene,
  /** What is particular about a screen, the main one too; see `sceneOf`. */
  screens: z.record(ScreenName, Screen),
  /** The event's contest, or null when it has none. */
  contest: Contest.nullable(),
  pinned: Comment.nullable(),
  /** The last comments shown, oldest first. */
  comments: z.array(Comment),
  gauges: Gauges,
  desk: Desk,
});
export type EventState = z.output<typeof EventState>;

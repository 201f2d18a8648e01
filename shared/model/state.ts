import { z } from 'zod';
import { Comment } from './comment.ts';
import { Contest } from './contest.ts';
import { Desk } from './desk.ts';
import { Announcement, EventInfo, RundownItem } from './event.ts';
import { Gauges } from './gauges.ts';
import { Instant, ScreenName } from './ids.ts';
import { Poll } from './poll.ts';
import { Screen } from './screen.ts';
import { Scene } from './stage.ts';

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
  announcement: Announcement.nullable(),
  /** Comments accepted until then are on no wall and in no danmaku any more; lists keep them. */
  wallClearedAt: Instant,
  /** The last comments shown, oldest first. */
  comments: z.array(Comment),
  gauges: Gauges,
  desk: Desk,
});
export type EventState = z.output<typeof EventState>;

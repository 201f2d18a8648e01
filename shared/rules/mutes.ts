import type { Mute } from '../model/comment.ts';
import type { ActorId } from '../model/ids.ts';
import type { EventState } from '../model/state.ts';

/** The mute in force for an actor, if any. */
export const muteOf = (state: EventState, actorId: ActorId, now: number): Mute | undefined =>
  state.desk.mutes.find((mute) => mute.viewerId === actorId && mute.until > now);

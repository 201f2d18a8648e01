import type { Handlers } from '../context.ts';
import { announce, clearAnnouncement } from './announcements.ts';
import { ownComments, postComment } from './comments.ts';
import { contestHandlers } from './contest/contest-handlers.ts';
import { clearEvent, configureEvent, createEvent, endEvent, scheduleEvent, startEvent } from './events.ts';
import {
  approveComment,
  clearWall,
  hideComment,
  holdComment,
  listComments,
  pinComment,
  rejectComment,
  restoreComment,
  restoreWall,
  unpinComment,
} from './moderation.ts';
import { castVote, closePoll, createPoll, discardPoll, openPoll, revealPoll } from './polls.ts';
import { claimComments, releaseComments } from './queue.ts';
import { goWithCues } from './cues.ts';
import { setRundown } from './rundown.ts';
import { configureScreen, linkScreen, removeScreen, revokeScreenLink } from './screens.ts';
import { takeScene } from './stage.ts';
import { stepStage } from './step.ts';
import { createToken, kickViewer, muteViewer, sendReaction, unmuteViewer } from './viewers.ts';
import { changeWords, setWords, testWords, tryWords } from './words.ts';

/** One handler per command; a missing one does not compile. */
export const handlers: Handlers = {
  'comment:post': postComment,
  'comment:mine': ownComments,
  'comment:approve': approveComment,
  'comment:reject': rejectComment,
  'comment:hold': holdComment,
  'comment:claim': claimComments,
  'comment:release': releaseComments,
  'comment:hide': hideComment,
  'comment:restore': restoreComment,
  'comment:pin': pinComment,
  'comment:unpin': unpinComment,
  'comment:list': listComments,
  'wall:clear': clearWall,
  'wall:restore': restoreWall,
  'viewer:mute': muteViewer,
  'viewer:unmute': unmuteViewer,
  'viewer:kick': kickViewer,
  'words:set': setWords,
  'words:change': changeWords,
  'words:test': testWords,
  'words:try': tryWords,
  'reaction:send': sendReaction,
  'poll:create': createPoll,
  'poll:discard': discardPoll,
  'poll:open': openPoll,
  'poll:close': closePoll,
  'poll:reveal': revealPoll,
  'poll:vote': castVote,
  'stage:take': takeScene,
  'stage:step': stepStage,
  'screen:configure': configureScreen,
  'screen:remove': removeScreen,
  'screen:link': linkScreen,
  'screen:revoke': revokeScreenLink,
  'announcement:make': announce,
  'announcement:clear': clearAnnouncement,
  'rundown:set': setRundown,
  'rundown:go': goWithCues,
  'event:create': createEvent,
  'event:configure': configureEvent,
  'event:schedule': scheduleEvent,
  'event:start': startEvent,
  'event:end': endEvent,
  'event:clear': clearEvent,
  'token:create': createToken,
  ...contestHandlers,
};

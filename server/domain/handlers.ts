import type { Handlers } from '../context.ts';
import {
  approveComment,
  hideComment,
  listComments,
  pinComment,
  postComment,
  rejectComment,
  restoreComment,
  unpinComment,
} from './comments.ts';
import { contestHandlers } from './contest/contest-handlers.ts';
import { configureEvent, createEvent, endEvent, scheduleEvent, startEvent } from './events.ts';
import { castVote, closePoll, createPoll, discardPoll, openPoll, revealPoll } from './polls.ts';
import { goToItem, setRundown } from './rundown.ts';
import { configureScreen, linkScreen, removeScreen, revokeScreenLink } from './screens.ts';
import { stepStage, takeScene } from './stage.ts';
import { createToken, kickViewer, muteViewer, sendReaction, setWords, unmuteViewer } from './viewers.ts';

/** One handler per command; a missing one does not compile. */
export const handlers: Handlers = {
  'comment:post': postComment,
  'comment:approve': approveComment,
  'comment:reject': rejectComment,
  'comment:hide': hideComment,
  'comment:restore': restoreComment,
  'comment:pin': pinComment,
  'comment:unpin': unpinComment,
  'comment:list': listComments,
  'viewer:mute': muteViewer,
  'viewer:unmute': unmuteViewer,
  'viewer:kick': kickViewer,
  'words:set': setWords,
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
  'rundown:set': setRundown,
  'rundown:go': goToItem,
  'event:create': createEvent,
  'event:configure': configureEvent,
  'event:schedule': scheduleEvent,
  'event:start': startEvent,
  'event:end': endEvent,
  'token:create': createToken,
  ...contestHandlers,
};

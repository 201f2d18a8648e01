import { LIMITS, REACTION_KINDS } from '../limits.ts';
import type { Comment } from '../model/comment.ts';
import type { EventInfo } from '../model/event.ts';
import type { Gauges, ReactionCounts } from '../model/gauges.ts';
import type { Poll } from '../model/poll.ts';
import type { EventState } from '../model/state.ts';
import type { Frame, ToldFact } from '../protocol/updates.ts';
import { withAct } from './acts.ts';
import { foldContest, isContestFact } from './contest/fold-contest.ts';
import { claimed, decided, emptyDesk, heldAgain, without, withdrawn, withWaiting } from './fold-desk.ts';
import { unreachable } from './unreachable.ts';

const noReactions = Object.fromEntries(REACTION_KINDS.map((kind) => [kind, 0])) as ReactionCounts;

export const noGauges: Gauges = {
  viewers: {
    online: 0,
    peak: 0,
    unique: 0,
    visits: 0,
    participations: 0,
    comments: 0,
    ballots: 0,
    reactionBatches: 0,
  },
  reactions: noReactions,
  flow: { perSecond: 0, oneIn: 1 },
  tallies: {},
  health: null,
  devices: {},
  screenPages: {},
};

/** The state of an event of which nothing is known but that it is there. */
export const initialState = (event: EventInfo): EventState => ({
  event,
  rundown: [],
  polls: [],
  stage: { scene: 'idle' },
  screens: {},
  contest: null,
  pinned: null,
  announcement: null,
  wallClearedAt: 0,
  comments: [],
  gauges: noGauges,
  desk: emptyDesk,
});

/** The state before an audience has heard anything; the first fact, `event:created`, replaces its event. */
export const blankState: EventState = initialState({
  slug: '' as EventInfo['slug'],
  title: '',
  summary: '',
  status: 'draft',
  startsAt: null,
  stream: { kind: 'none' },
  comments: {
    open: false,
    mode: 'post',
    delaySeconds: 1,
    slowModeSeconds: 0,
    maxLength: 1,
    displayPerSecond: 5,
  },
  embedOrigins: [],
  picture: null,
});

/**
 * The reducer: one fact into one state, pure, the same on the server (snapshots) and in every client (frames).
 * A fact about something this audience never heard of changes nothing.
 */
export function fold(state: EventState, fact: ToldFact): EventState {
  return withAct(state, fact, foldOne(state, fact));
}

function foldOne(state: EventState, fact: ToldFact): EventState {
  if (isContestFact(fact)) return { ...state, contest: foldContest(state.contest, fact) };
  switch (fact.type) {
    case 'event:created':
    case 'event:changed':
      return { ...state, event: { ...blankState.event, ...fact.payload.event } }; // older logs know fewer fields
    case 'event:cleared':
      return { ...state, event: { ...state.event, status: 'ended' } };
    case 'rundown:changed':
      return { ...state, rundown: fact.payload.items };
    case 'poll:drafted':
    case 'poll:opened':
      return { ...state, polls: putPoll(state.polls, fact.payload.poll) };
    case 'poll:discarded':
      return { ...state, polls: state.polls.filter((poll) => poll.id !== fact.payload.pollId) };
    case 'poll:closed':
      return changePoll(state, fact.payload.pollId, { status: 'closed', entitled: fact.payload.entitled });
    case 'poll:revealed':
      return changePoll(state, fact.payload.pollId, { status: 'revealed', tally: fact.payload.tally });
    case 'comment:hidden':
      return hideComment(state, fact.payload.commentId);
    case 'comment:withdrawn':
      return { ...state, desk: withdrawn(state.desk, fact.payload.comment) };
    case 'comment:restored':
      return {
        ...state,
        comments: insertComment(without(state.comments, fact.payload.comment.id), fact.payload.comment),
        desk: { ...state.desk, hidden: without(state.desk.hidden, fact.payload.comment.id) },
      };
    case 'comment:pinned':
      return { ...state, pinned: fact.payload.comment };
    case 'comment:unpinned':
      return { ...state, pinned: null };
    case 'comment:approved':
    case 'comment:rejected':
      return { ...state, desk: decided(state.desk, fact.payload) };
    case 'comment:held':
      return { ...state, desk: heldAgain(state.desk, fact.payload.comment) };
    case 'comment:claimed':
      return { ...state, desk: claimed(state.desk, fact.payload.by, fact.payload.claims, fact.at) };
    case 'viewer:muted':
      return withMutes(state, fact.payload.mute.viewerId, [fact.payload.mute]);
    case 'viewer:unmuted':
      return withMutes(state, fact.payload.viewerId, []);
    case 'viewer:kicked':
      return state;
    case 'words:changed':
      return { ...state, desk: { ...state.desk, words: fact.payload.words } };
    case 'wall:cleared':
      return { ...state, wallClearedAt: fact.payload.until };
    case 'announcement:made':
      return { ...state, announcement: fact.payload.announcement };
    case 'announcement:cleared':
      return { ...state, announcement: null };
    case 'cues:changed':
      return { ...state, desk: { ...state.desk, cues: fact.payload.cues } };
    case 'stage:taken':
      return { ...state, stage: fact.payload.stage };
    case 'screen:changed':
      return { ...state, screens: { ...state.screens, [fact.payload.screen]: fact.payload.setting } };
    case 'screen:removed': {
      const { [fact.payload.screen]: _gone, ...screens } = state.screens;
      return { ...state, screens };
    }
    case 'screen:linked':
      return withLinks(state, [...state.desk.screenLinks, fact.payload.link]);
    case 'screen:revoked':
      return withLinks(
        state,
        state.desk.screenLinks.filter(({ id }) => id !== fact.payload.linkId),
      );
    default:
      return unreachable(fact);
  }
}

/** Comments join the tail in order of acceptance; those not shown yet join the desk. All are bounded. */
export function foldComments(state: EventState, comments: readonly Comment[]): EventState {
  if (comments.length === 0) return state;
  const waiting = comments.filter((comment) => comment.held);
  const shown = comments.filter((comment) => !comment.held);
  return {
    ...state,
    comments: [...state.comments, ...shown].slice(-LIMITS.snapshotComments),
    desk: withWaiting(state.desk, waiting, shown),
  };
}

/** Gauges are absolute; a frame names those that changed, and of the tallies and devices those that changed. */
export function foldGauges(state: EventState, changed: Partial<Gauges>): EventState {
  return {
    ...state,
    gauges: {
      ...state.gauges,
      ...changed,
      tallies: { ...state.gauges.tallies, ...changed.tallies },
      devices: { ...state.gauges.devices, ...changed.devices },
    },
  };
}

/** A whole frame, in the order facts, comments, gauges. The caller has checked that it follows the last one. */
export function foldFrame(state: EventState, frame: Frame): EventState {
  const told = frame.facts.reduce<EventState>(fold, state);
  return foldGauges(foldComments(told, frame.comments), withoutUndefined(frame.gauges));
}

const withoutUndefined = (changed: Frame['gauges']): Partial<Gauges> =>
  Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));

function insertComment(comments: readonly Comment[], comment: Comment): Comment[] {
  const later = comments.findIndex((other) => other.at > comment.at);
  const at = later === -1 ? comments.length : later;
  return [...comments.slice(0, at), comment, ...comments.slice(at)].slice(-LIMITS.snapshotComments);
}

const hideComment = (state: EventState, id: Comment['id']): EventState => ({
  ...state,
  comments: without(state.comments, id),
  pinned: state.pinned?.id === id ? null : state.pinned,
  desk:
    state.desk.delayed.length === 0
      ? state.desk
      : { ...state.desk, delayed: without(state.desk.delayed, id) },
});

const putPoll = (polls: readonly Poll[], poll: Poll): Poll[] =>
  polls.some((other) => other.id === poll.id)
    ? polls.map((other) => (other.id === poll.id ? poll : other))
    : [...polls, poll];

const changePoll = (state: EventState, id: Poll['id'], change: Partial<Poll>): EventState => ({
  ...state,
  polls: state.polls.map((poll) => (poll.id === id ? { ...poll, ...change } : poll)),
});

const withLinks = (state: EventState, screenLinks: EventState['desk']['screenLinks']): EventState => ({
  ...state,
  desk: { ...state.desk, screenLinks },
});

function withMutes(state: EventState, viewerId: string, mutes: EventState['desk']['mutes']): EventState {
  const others = state.desk.mutes.filter((mute) => mute.viewerId !== viewerId);
  return { ...state, desk: { ...state.desk, mutes: [...others, ...mutes] } };
}

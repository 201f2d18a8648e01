import { z } from 'zod';
import { Actor } from '../model/actor.ts';
import { Claim, Comment, Mute } from '../model/comment.ts';
import { Cue } from '../model/desk.ts';
import { Announcement, EventInfo, RundownItem, WordList } from '../model/event.ts';
import { DeviceReport, Flow, Health, ReactionCounts, ViewerCounts } from '../model/gauges.ts';
import { ActorId, CommentId, Instant, JudgeId, OptionId, PollId, ScreenName } from '../model/ids.ts';
import { Poll, Tally } from '../model/poll.ts';
import { Screen, ScreenLink, ScreenPresence } from '../model/screen.ts';
import { Scene } from '../model/stage.ts';
import { OwnCard } from '../model/scorecard.ts';
import { EventState } from '../model/state.ts';
import { contestFacts } from './contest-facts.ts';
import { ALL, fact, STAFF } from './fact.ts';
import { FrameComment } from './frame-comment.ts';

const decision = z.object({ commentId: CommentId, text: z.string(), waitedMs: z.int().nonnegative() });

/**
 * What happened, persisted and numbered per audience without gaps. A row's audiences are all who ever hear of it:
 * what is not meant for an audience is not in its frames, its snapshots, or its exports.
 */
export const facts = {
  'event:created': fact(ALL, 'The event is there.', z.object({ event: EventInfo })),
  'event:changed': fact(
    ALL,
    'Title, state, stream or comment settings changed.',
    z.object({ event: EventInfo }),
  ),
  'event:cleared': fact(ALL, 'The rehearsal is over and gone; nothing comes after this.', z.object({})),
  'rundown:changed': fact(ALL, 'The rundown, whole.', z.object({ items: z.array(RundownItem) })),
  'poll:drafted': fact(STAFF, 'A draft is ready to open.', z.object({ poll: Poll })),
  'poll:discarded': fact(STAFF, 'A draft is gone.', z.object({ pollId: PollId })),
  'poll:opened': fact(ALL, 'Voting began.', z.object({ poll: Poll })),
  'poll:closed': fact(ALL, 'Voting ended.', z.object({ pollId: PollId, entitled: z.int().nonnegative() })),
  'poll:revealed': fact(ALL, 'The final tally.', z.object({ pollId: PollId, tally: Tally })),
  'comment:hidden': fact(
    ALL,
    'A comment was taken back: remove it everywhere.',
    z.object({ commentId: CommentId }),
  ),
  'comment:withdrawn': fact(
    STAFF,
    'The same, whole, so that the desk can restore it.',
    z.object({ comment: Comment, reason: z.string() }),
  ),
  'comment:restored': fact(ALL, 'A hide was undone.', z.object({ comment: Comment })),
  'comment:pinned': fact(ALL, 'The pin.', z.object({ comment: Comment })),
  'comment:unpinned': fact(ALL, 'No pin.', z.object({})),
  'comment:held': fact(STAFF, 'A decided or shown comment waits again.', z.object({ comment: Comment })),
  'comment:claimed': fact(
    STAFF,
    'Waiting comments are in somebody’s hand, in place of what they had before.',
    z.object({ by: ActorId, claims: z.array(Claim) }),
  ),
  'comment:approved': fact(STAFF, 'A held comment was let through, after so long.', decision),
  'comment:rejected': fact(STAFF, 'A held comment was refused, after so long.', decision),
  'viewer:muted': fact(STAFF, 'A viewer is silenced.', z.object({ mute: Mute })),
  'viewer:unmuted': fact(STAFF, 'A viewer is heard again.', z.object({ viewerId: ActorId })),
  'viewer:kicked': fact(STAFF, 'A viewer was disconnected.', z.object({ viewerId: ActorId })),
  'words:changed': fact(STAFF, 'The word list, whole.', z.object({ words: WordList })),
  'wall:cleared': fact(
    ALL,
    'Comments accepted until then leave the wall and the danmaku.',
    z.object({ until: Instant }),
  ),
  'announcement:made': fact(ALL, 'A word to every viewer.', z.object({ announcement: Announcement })),
  'announcement:cleared': fact(ALL, 'No announcement.', z.object({})),
  'cues:changed': fact(STAFF, 'What the rundown’s items set off, whole.', z.object({ cues: z.array(Cue) })),
  'stage:taken': fact(ALL, 'The main screen shows another scene.', z.object({ stage: Scene })),
  'screen:changed': fact(
    ALL,
    'A screen is there or has changed: its own scene, freeze, blank.',
    z.object({ screen: ScreenName, setting: Screen }),
  ),
  'screen:removed': fact(ALL, 'A screen goes with the main one again.', z.object({ screen: ScreenName })),
  'screen:linked': fact(STAFF, 'A link for a screen was made.', z.object({ link: ScreenLink })),
  'screen:revoked': fact(STAFF, 'A link for a screen is void.', z.object({ linkId: ActorId })),
  ...contestFacts,
} as const;

export type FactName = keyof typeof facts;
export type FactPayload<N extends FactName> = z.output<(typeof facts)[N]['payload']>;
/** A fact without its number: what the reducer folds. */
export type Fact = { [N in FactName]: { type: N; payload: FactPayload<N> } }[FactName];
/** A fact as an audience receives it. */
export type NumberedFact = Fact & { revision: number; at: number; by?: ActorId; name?: string };
/** A fact with what is known of it: when, and for the desk by whom. */
export type ToldFact = Fact & { at?: number; by?: string; name?: string };

/** Only the newest matters. `tallies` is a record keyed by poll; a frame carries the polls that changed. */
export const gauges = {
  viewers: { says: 'The counters.', audiences: ALL, payload: ViewerCounts },
  reactions: { says: 'Taps so far, per kind.', audiences: ALL, payload: ReactionCounts },
  flow: { says: 'Comments accepted per second, and the share shown.', audiences: ALL, payload: Flow },
  tallies: {
    says: 'Tallies of open and closed polls; for `hidden` results the desk alone.',
    audiences: ALL,
    payload: z.record(PollId, Tally),
  },
  health: { says: 'How the machinery does.', audiences: STAFF, payload: Health },
  devices: {
    says: 'What judges’ devices say of themselves: when, battery, cards not sent yet.',
    audiences: STAFF,
    payload: z.record(ActorId, DeviceReport),
  },
  screenPages: {
    says: 'The stage pages that are connected, and those lost in the last ten minutes, whole.',
    audiences: STAFF,
    payload: z.record(z.string(), ScreenPresence),
  },
} as const;

const numberedFact = z.object({
  revision: z.int().positive(),
  at: Instant,
  type: z.enum(Object.keys(facts) as [FactName, ...FactName[]]),
  payload: z.unknown(),
  /** Who did it; said to the desk alone. */
  by: ActorId.optional(),
  name: z.string().optional(),
});

/** Server → client, as Socket.IO emits them. */
export const updates = {
  welcome: {
    says: 'Once per connection, before the snapshot: who you are and what is yours alone.',
    payload: z.object({
      protocol: z.int(),
      you: Actor.extend({
        /** The viewer's own ballots, by box: polls that are not drafts, and a contest's votes (options are entries). */
        ballots: z.record(PollId, z.array(OptionId)),
        mutedUntil: Instant.nullable(),
        /** For a judge alone: who they are, and their own cards of every round. */
        judgeId: JudgeId.optional(),
        cards: z.array(OwnCard).optional(),
        /** For a screen whose link carries the right to go on with the show. */
        mayStep: z.boolean().optional(),
      }),
      /** Keep it and send it with the next handshake: it is the viewer's identity in this event. */
      token: z.string(),
      serverTime: Instant,
    }),
  },
  snapshot: {
    says: 'The folded state of the audience, the same for everyone in it; replaces all that was known.',
    payload: z.object({ epoch: z.string(), revision: z.int().nonnegative(), state: EventState }),
  },
  frame: {
    says: 'One beat. `t` is when its oldest item was accepted; `revision` is the audience’s after this frame. A comment was accepted `ms` after `t`; without a `name` its author has none, without a `role` it is a viewer’s.',
    payload: z.object({
      t: Instant,
      epoch: z.string(),
      revision: z.int().nonnegative(),
      facts: z.array(numberedFact),
      comments: z.array(FrameComment),
      gauges: z.object({
        viewers: ViewerCounts.optional(),
        reactions: ReactionCounts.optional(),
        flow: Flow.optional(),
        tallies: gauges.tallies.payload.optional(),
        health: Health.nullable().optional(),
        devices: gauges.devices.payload.optional(),
        screenPages: gauges.screenPages.payload.optional(),
      }),
    }),
  },
  notice: {
    says: 'For one actor, on all their connections: what became of a held comment, of their right to speak, or of a judge’s own card.',
    payload: z.discriminatedUnion('about', [
      z.object({ about: z.literal('comment'), commentId: CommentId, shown: z.boolean() }),
      z.object({ about: z.literal('mute'), mutedUntil: Instant.nullable() }),
      z.object({ about: z.literal('card'), card: OwnCard }),
    ]),
  },
  moving: {
    says: 'This node is stopping; reconnect at a random moment within `spreadMs`.',
    payload: z.object({ spreadMs: z.int().nonnegative() }),
  },
} as const;

export type UpdateName = keyof typeof updates;
export type Payload<N extends Exclude<UpdateName, 'frame'>> = z.output<(typeof updates)[N]['payload']>;
export type Welcome = Payload<'welcome'>;
export type Snapshot = Payload<'snapshot'>;
export type Notice = Payload<'notice'>;
/** A frame on its way. */
export type SentFrame = Omit<z.output<(typeof updates)['frame']['payload']>, 'facts'> & {
  facts: NumberedFact[];
};
/** The JSON of a frame or a snapshot in zlib's format; shared/rules/deflated.ts. */
export type Deflated = ArrayBuffer | Uint8Array;
/** A frame as it is folded: with its comments whole. */
export type Frame = Omit<SentFrame, 'comments'> & { comments: Comment[] };

import { z } from 'zod';
import { DEFAULTS, LIMITS } from '../limits.ts';
import { Role } from '../model/actor.ts';
import { Comment, CommentStatus, OwnStatus } from '../model/comment.ts';
import { PhotoHash } from '../model/contest.ts';
import { Cue } from '../model/desk.ts';
import {
  Announcement,
  CommentSettings,
  EmbedOrigin,
  EventInfo,
  RundownItem,
  Stream,
  WordList,
} from '../model/event.ts';
import { ReactionKind } from '../model/gauges.ts';
import {
  ActorId,
  CommentId,
  EventSlug,
  Instant,
  ItemId,
  JudgeId,
  OptionId,
  PollId,
  ScreenName,
} from '../model/ids.ts';
import { Ballot, Poll } from '../model/poll.ts';
import { Screen, ScreenLink } from '../model/screen.ts';
import { Scene, SceneRequest } from '../model/stage.ts';
import { ADMINS, command, DESK, done, EVERYBODY, HOSTS, nothing, trimmed, VOTERS } from './command.ts';
import { contestCommands } from './contest-commands.ts';

const byComment = z.strictObject({ commentId: CommentId });
const byPoll = z.strictObject({ pollId: PollId });
const words = z.array(trimmed(LIMITS.wordLength)).max(LIMITS.wordsPerList);
const someWords = z.strictObject({ block: words, allow: words, names: words }).partial().default({});

/** Client → server. The table is the documentation: who may, what goes in, what comes back, how often. */
export const commands = {
  'comment:post': command({
    says: 'Post a comment. `shown` is false while it waits for a moderator.',
    roles: EVERYBODY,
    input: z.strictObject({
      text: z.string().max(LIMITS.commentUnits),
      nickname: z.string().max(LIMITS.commentUnits).optional(),
    }),
    output: z.object({ id: CommentId, shown: z.boolean() }),
    rate: 'chat',
  }),
  'comment:mine': command({
    says: 'What became of one’s own comments, as their author may know it; others’ are left out.',
    roles: EVERYBODY,
    input: z.strictObject({ commentIds: z.array(CommentId).max(LIMITS.ownComments) }),
    output: z.object({ comments: z.array(z.object({ id: CommentId, status: OwnStatus })) }),
    rate: 'read',
  }),
  'comment:approve': command({
    says: 'Show a held comment.',
    roles: DESK,
    input: byComment,
    output: done,
    rate: 'control',
  }),
  'comment:reject': command({
    says: 'Refuse a held comment; its author is told.',
    roles: DESK,
    input: byComment,
    output: done,
    rate: 'control',
  }),
  'comment:hold': command({
    says: 'Put a decided or shown comment back into the queue: the undo of approving and refusing.',
    roles: DESK,
    input: byComment,
    output: done,
    rate: 'control',
  }),
  'comment:claim': command({
    says: 'Take waiting comments in hand, or keep them: those another moderator has are left out of the answer.',
    roles: DESK,
    input: z.strictObject({ commentIds: z.array(CommentId).min(1).max(LIMITS.claimedComments) }),
    output: z.object({ commentIds: z.array(CommentId), until: Instant }),
    rate: 'control',
  }),
  'comment:release': command({
    says: 'Give back what one has in hand.',
    roles: DESK,
    input: nothing,
    output: done,
    rate: 'control',
  }),
  'comment:hide': command({
    says: 'Take a shown comment back, everywhere, at once; a delayed one before anybody sees it.',
    roles: DESK,
    input: z.strictObject({
      commentId: CommentId,
      reason: z.string().trim().max(LIMITS.reasonLength).optional(),
    }),
    output: done,
    rate: 'control',
  }),
  'comment:restore': command({
    says: 'Undo a hide.',
    roles: DESK,
    input: byComment,
    output: done,
    rate: 'control',
  }),
  'comment:pin': command({
    says: 'Pin a shown comment; there is one pin.',
    roles: DESK,
    input: byComment,
    output: done,
    rate: 'control',
  }),
  'comment:unpin': command({
    says: 'Remove the pin.',
    roles: DESK,
    input: nothing,
    output: done,
    rate: 'control',
  }),
  'comment:list': command({
    says: 'Read stored comments of one status, newest first; `before` is the last position read.',
    roles: DESK,
    input: z.strictObject({
      status: CommentStatus,
      before: z.int().positive().optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ comments: z.array(Comment), next: z.int().nullable() }),
    rate: 'read',
  }),
  'wall:clear': command({
    says: 'Clear the stage’s comment wall and all danmaku in flight; nothing is deleted.',
    roles: DESK,
    input: nothing,
    output: done,
    rate: 'control',
  }),
  'wall:restore': command({
    says: 'Undo a clearing: the wall shows the last comments again.',
    roles: DESK,
    input: nothing,
    output: done,
    rate: 'control',
  }),
  'viewer:mute': command({
    says: 'Silence a viewer for a time; with `selfOnly` they are not told and see their own comments.',
    roles: DESK,
    input: z.strictObject({
      viewerId: ActorId,
      seconds: z.int().min(1).max(86_400),
      kind: z.enum(['muted', 'selfOnly']).default('muted'),
      name: z.string().max(LIMITS.titleLength).default(''),
    }),
    output: done,
    rate: 'control',
  }),
  'viewer:unmute': command({
    says: 'Let a viewer be heard again.',
    roles: DESK,
    input: z.strictObject({ viewerId: ActorId }),
    output: done,
    rate: 'control',
  }),
  'viewer:kick': command({
    says: 'Close every connection of a viewer, on every node.',
    roles: DESK,
    input: z.strictObject({ viewerId: ActorId }),
    output: done,
    rate: 'control',
  }),
  'words:set': command({
    says: 'Replace the word list: `block` holds comments for a moderator, `allow` names innocent longer words, `names` is for nicknames.',
    roles: DESK,
    input: z.strictObject({
      block: words,
      allow: words.default([]),
      names: words.default([]),
    }),
    output: WordList,
    rate: 'control',
  }),
  'words:change': command({
    says: 'Add words to the list and take others off it; lists of any length in several steps, by several people.',
    roles: DESK,
    input: z.strictObject({ add: someWords, remove: someWords }),
    output: z.object({ block: z.int(), allow: z.int(), names: z.int() }),
    rate: 'control',
  }),
  'words:test': command({
    says: 'What the list would say to a comment: the entries found, and why the text itself would be refused.',
    roles: DESK,
    input: z.strictObject({
      text: z.string().max(LIMITS.commentUnits),
      nickname: z.string().max(LIMITS.commentUnits).optional(),
    }),
    output: z.object({
      words: z.array(z.string()),
      names: z.array(z.string()),
      fault: z.string().nullable(),
    }),
    rate: 'read',
  }),
  'words:try': command({
    says: 'What a change of the list would have done: of the comments shown last, how many it would have held for a moderator that the list as it is let pass, and some of them.',
    roles: DESK,
    input: z.strictObject({ add: someWords, remove: someWords }),
    output: z.object({
      tried: z.int().nonnegative(),
      caught: z.int().nonnegative(),
      examples: z.array(
        z.object({ id: CommentId, text: z.string(), name: z.string(), words: z.array(z.string()) }),
      ),
    }),
    rate: 'read',
  }),
  'reaction:send': command({
    says: 'Send a batch of taps of one kind.',
    roles: EVERYBODY,
    input: z.strictObject({ kind: ReactionKind, count: z.int().min(1).max(LIMITS.reactionCount) }),
    output: done,
    rate: 'tap',
  }),
  'poll:create': command({
    says: 'Draft a poll; viewers do not see it before it opens.',
    roles: HOSTS,
    input: z.strictObject({
      question: trimmed(LIMITS.questionLength),
      options: z.array(trimmed(LIMITS.optionLength)).min(LIMITS.options.min).max(LIMITS.options.max),
      multiple: z.int().min(1).max(LIMITS.options.max).default(1),
      changeable: z.boolean().default(false),
      results: z.enum(['live', 'hidden']).default('live'),
      closesAfterSeconds: z.int().min(5).max(86_400).optional(),
    }),
    output: z.object({ pollId: PollId, optionIds: z.array(OptionId) }),
    rate: 'control',
  }),
  'poll:discard': command({
    says: 'Remove a draft.',
    roles: HOSTS,
    input: byPoll,
    output: done,
    rate: 'control',
  }),
  'poll:open': command({
    says: 'Open the ballot box of a draft.',
    roles: HOSTS,
    input: byPoll,
    output: Poll,
    rate: 'control',
  }),
  'poll:close': command({
    says: 'Close the box; no ballot is taken after this.',
    roles: HOSTS,
    input: byPoll,
    output: Poll,
    rate: 'control',
  }),
  'poll:reveal': command({
    says: 'Publish the final tally of a closed poll.',
    roles: HOSTS,
    input: byPoll,
    output: Poll,
    rate: 'control',
  }),
  'poll:vote': command({
    says: 'Cast a ballot: one per viewer and poll, whatever is sent again.',
    roles: VOTERS,
    input: z.strictObject({ pollId: PollId, optionIds: z.array(OptionId).min(1).max(LIMITS.options.max) }),
    output: Ballot,
    rate: 'tap',
  }),
  'stage:take': command({
    says: 'Put a scene on a screen: the main one, or the one that is named, which then has a scene of its own.',
    roles: HOSTS,
    input: SceneRequest,
    output: Scene,
    rate: 'control',
  }),
  'stage:step': command({
    says: 'A clicker goes on with the show: the next reveal step of a contest on the screen or else the next rundown item, the previous item, or the reveal of what is on the screen. `after` is how many steps have been shown. Of screens, only those whose link carries the right.',
    roles: [...HOSTS, 'screen'],
    input: z.strictObject({
      action: z.enum(['next', 'previous', 'reveal']),
      after: z.int().nonnegative().optional(),
    }),
    output: z.object({ did: z.enum(['item', 'step', 'poll']) }),
    rate: 'control',
  }),
  'screen:configure': command({
    says: 'Freeze, blank or name a screen, or let it go with the main one again; without a name, all of them. A new name is a new screen.',
    roles: HOSTS,
    input: z.strictObject({
      screen: ScreenName.optional(),
      label: z.string().trim().max(LIMITS.titleLength).optional(),
      isFrozen: z.boolean().optional(),
      isBlank: z.boolean().optional(),
      followsMain: z.literal(true).optional(),
    }),
    output: z.object({ screens: z.record(ScreenName, Screen) }),
    rate: 'control',
  }),
  'screen:remove': command({
    says: 'Forget a screen; where it is still open it goes with the main one. Links made for it are void.',
    roles: HOSTS,
    input: z.strictObject({ screen: ScreenName }),
    output: done,
    rate: 'control',
  }),
  'screen:link': command({
    says: 'Make a link for a screen: it reads, also before the event is announced; with `mayStep` a clicker at it goes on with the show.',
    roles: HOSTS,
    input: z.strictObject({ screen: ScreenName, mayStep: z.boolean().default(false) }),
    output: z.object({ token: z.string(), link: ScreenLink }),
    rate: 'control',
  }),
  'screen:revoke': command({
    says: 'Take a link back; whoever uses it is disconnected.',
    roles: HOSTS,
    input: z.strictObject({ linkId: ActorId }),
    output: done,
    rate: 'control',
  }),
  'announcement:make': command({
    says: 'Show an announcement to every viewer, until it is cleared.',
    roles: HOSTS,
    input: z.strictObject({ text: trimmed(LIMITS.announcementLength) }),
    output: Announcement,
    rate: 'control',
  }),
  'announcement:clear': command({
    says: 'Take the announcement away.',
    roles: HOSTS,
    input: nothing,
    output: done,
    rate: 'control',
  }),
  'rundown:set': command({
    says: 'Replace the rundown; an item that keeps its id keeps its status. Without `cues`, those of items that stay remain.',
    roles: HOSTS,
    input: z.strictObject({
      items: z
        .array(
          z.strictObject({
            id: ItemId.optional(),
            title: trimmed(LIMITS.titleLength),
            note: z.string().trim().max(LIMITS.summaryLength).default(''),
            plannedSeconds: z.int().min(0).max(86_400).nullable().default(null),
          }),
        )
        .max(LIMITS.rundownItems),
      cues: z
        .array(Cue)
        .max(LIMITS.rundownItems * LIMITS.cuesPerItem)
        .optional(),
    }),
    output: z.object({ items: z.array(RundownItem) }),
    rate: 'control',
  }),
  'rundown:go': command({
    says: 'Make an item the live one; without an id, the next planned one. Its cues go off with it; `skipped` are those that could not.',
    roles: HOSTS,
    input: z.strictObject({ itemId: ItemId.optional() }),
    output: z.object({ items: z.array(RundownItem), skipped: z.array(Cue) }),
    rate: 'control',
  }),
  'event:create': command({
    says: 'Create an event.',
    roles: ADMINS,
    input: z.strictObject({
      slug: EventSlug,
      title: trimmed(LIMITS.titleLength),
      summary: z.string().trim().max(LIMITS.summaryLength).default(''),
      startsAt: Instant.nullable().default(null),
      stream: Stream.default({ kind: 'none' }),
      status: z.enum(['draft', 'scheduled', 'live']).default('draft'),
      rehearsal: z.literal(true).optional(),
    }),
    output: EventInfo,
    rate: 'control',
  }),
  'event:configure': command({
    says: 'Change what is given, leave the rest.',
    roles: HOSTS,
    input: z.strictObject({
      title: trimmed(LIMITS.titleLength).optional(),
      summary: z.string().trim().max(LIMITS.summaryLength).optional(),
      startsAt: Instant.nullable().optional(),
      stream: Stream.optional(),
      comments: CommentSettings.partial().optional(),
      embedOrigins: z.array(EmbedOrigin).max(LIMITS.embedOrigins).optional(),
      picture: PhotoHash.nullable().optional(),
    }),
    output: EventInfo,
    rate: 'control',
  }),
  'event:schedule': command({
    says: 'Announce the event on the portal.',
    roles: HOSTS,
    input: z.strictObject({ startsAt: Instant.nullable().optional() }),
    output: EventInfo,
    rate: 'control',
  }),
  'event:start': command({
    says: 'Go live.',
    roles: HOSTS,
    input: nothing,
    output: EventInfo,
    rate: 'control',
  }),
  'event:end': command({
    says: 'End the event: comments and votes close.',
    roles: HOSTS,
    input: nothing,
    output: EventInfo,
    rate: 'control',
  }),
  'event:clear': command({
    says: 'Delete a rehearsal with all that was said, voted and scored in it; everyone in it is sent away first.',
    roles: HOSTS,
    input: nothing,
    output: done,
    rate: 'control',
  }),
  'token:create': command({
    says: 'Mint a token for a role in this event. For a viewer it is a new viewer, unless `viewerId` names one.',
    roles: ADMINS,
    input: z.strictObject({
      role: Role.exclude(['admin']),
      name: trimmed(LIMITS.titleLength),
      /** The contest's judge whom the bearer scores as; for the roles `judge` and `headJudge`. */
      judgeId: JudgeId.optional(),
      /** The viewer whom a site that embeds the event knows: whoever bears the new token is the same one. */
      viewerId: ActorId.optional(),
      expiresInSeconds: z
        .int()
        .min(60)
        .max(400 * 86_400)
        .optional(),
    }),
    output: z.object({ token: z.string(), actorId: ActorId }),
    rate: 'control',
  }),
  ...contestCommands,
} as const;

export { rates, type Rate } from './command.ts';

export type CommandName = keyof typeof commands;
export type Input<N extends CommandName> = z.output<(typeof commands)[N]['input']>;
export type RawInput<N extends CommandName> = z.input<(typeof commands)[N]['input']>;
export type Output<N extends CommandName> = z.output<(typeof commands)[N]['output']>;

export const isCommandName = (name: unknown): name is CommandName =>
  typeof name === 'string' && Object.hasOwn(commands, name);

/** What comments start with; the pace itself is checked in the store, across nodes. */
export const initialComments: CommentSettings = {
  open: true,
  mode: 'post',
  delaySeconds: DEFAULTS.delaySeconds,
  slowModeSeconds: DEFAULTS.slowModeSeconds,
  maxLength: DEFAULTS.commentMaxLength,
  displayPerSecond: DEFAULTS.displayPerSecond,
};

import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import {
  Contestant,
  ContestantStatus,
  Entry,
  Judge,
  JudgeDevice,
  PhotoHash,
  ResultLine,
  RoundPlan,
  Stopwatch,
  VoteSettings,
  VoteWindow,
} from '../model/contest.ts';
import { DeviceReport } from '../model/gauges.ts';
import { ActorId, ContestantId, Instant, JudgeId, RoundId } from '../model/ids.ts';
import { Ballot } from '../model/poll.ts';
import { Awarded, RevealStep, Shown } from '../model/reveal.ts';
import { Criterion, RuleSet } from '../model/ruleset.ts';
import { Card, OwnCard, Progress, Values } from '../model/scorecard.ts';
import { Tabulation } from '../model/tabulation.ts';
import { BallotClasses, Ruled, VoteSet } from '../model/vote-count.ts';
import { PRESET_NAMES } from '../rules/contest/preset-names.ts';
import { command, done, EVERYBODY, HOSTS, nothing, trimmed, VOTERS } from './command.ts';

const JUDGES = ['judge', 'headJudge'] as const;
const HEADS = ['headJudge'] as const;
/** Second persons: they check, and never enter what they confirm. */
const CHECKERS = ['scrutineer', 'headJudge', 'admin'] as const;
/** Those who enter what is on paper, and see to who is missing. */
const CLERKS = ['scrutineer', 'headJudge', 'host', 'admin'] as const;
const TIMERS = ['timekeeper', 'headJudge', 'host', 'admin'] as const;
const CALLERS = ['headJudge', 'moderator', 'host', 'admin'] as const;
/** Who may end a round and make it public. */
const CLOSERS = ['headJudge', 'host', 'admin'] as const;

const text = (max: number) => z.string().trim().max(max);
const reason = trimmed(LIMITS.reasonLength);
/** A spreadsheet as CSV, or cells as they are pasted; the first line names the columns. */
const table = z.string().max(LIMITS.messageBytes);
const byRound = z.strictObject({ roundId: RoundId });
const byEntry = z.strictObject({ roundId: RoundId, entryId: ContestantId });
const byCard = z.strictObject({ roundId: RoundId, entryId: ContestantId, judgeId: JudgeId });
/** The version last seen; 0 where there is no card yet. */
const version = z.int().min(0);
const order = z.array(ContestantId).max(LIMITS.contestants);
const outcome = z.object({ results: z.array(ResultLine), awards: z.array(Awarded) });

/** A contest's commands, from the setup to the certificate; figures are whole thousandths everywhere (SC-1). */
export const contestCommands = {
  'contest:setup': command({
    says: 'Give the event its contest, or change how it is called and how judges are named.',
    roles: HOSTS,
    input: z.strictObject({
      title: trimmed(LIMITS.titleLength),
      judgesShown: z.enum(['names', 'pseudonyms']).default('names'),
    }),
    output: z.object({ signer: z.string() }),
    rate: 'control',
  }),
  'contestant:put': command({
    says: 'Add a contestant, or with an id replace one; a withdrawn or frozen one cannot be voted for.',
    roles: HOSTS,
    input: z.strictObject({
      id: ContestantId.optional(),
      name: trimmed(LIMITS.personName),
      organisation: text(LIMITS.organisation).default(''),
      introduction: text(LIMITS.introduction).default(''),
      photo: PhotoHash.nullable().default(null),
      status: ContestantStatus.default('competing'),
    }),
    output: Contestant,
    rate: 'control',
  }),
  'contestant:remove': command({
    says: 'Remove a contestant who is in no round; otherwise withdraw them.',
    roles: HOSTS,
    input: z.strictObject({ contestantId: ContestantId }),
    output: done,
    rate: 'control',
  }),
  'contestant:import': command({
    says: 'Add contestants from CSV or pasted cells (name, organisation, introduction; 姓名, 单位, 简介): all of them or, with the line that is wrong, none.',
    roles: HOSTS,
    input: z.strictObject({ text: table }),
    output: z.object({ contestants: z.array(Contestant) }),
    rate: 'control',
  }),
  'judge:put': command({
    says: 'Add a judge, or with an id replace one.',
    roles: HOSTS,
    input: z.strictObject({
      id: JudgeId.optional(),
      name: trimmed(LIMITS.personName),
      organisation: text(LIMITS.organisation).default(''),
      isHead: z.boolean().default(false),
      isTieBreak: z.boolean().default(false),
    }),
    output: Judge,
    rate: 'control',
  }),
  'judge:remove': command({
    says: 'Remove a judge who is on no panel of a round that has opened.',
    roles: HOSTS,
    input: z.strictObject({ judgeId: JudgeId }),
    output: done,
    rate: 'control',
  }),
  'judge:import': command({
    says: 'Add judges from CSV or pasted cells (name, organisation; 姓名, 单位): all of them, or none.',
    roles: HOSTS,
    input: z.strictObject({ text: table }),
    output: z.object({ judges: z.array(Judge) }),
    rate: 'control',
  }),
  'judge:conflict': command({
    says: 'Say whom a judge will not score; they are recused when a round opens (SC-4). Judges say it for themselves.',
    roles: [...HOSTS, ...JUDGES],
    input: z.strictObject({
      judgeId: JudgeId,
      contestantIds: order.default([]),
      organisations: z.array(trimmed(LIMITS.organisation)).max(20).default([]),
    }),
    output: done,
    rate: 'control',
  }),
  'judge:invite': command({
    says: 'Make a one-time pairing code for a judge’s device: the link or QR code is `/judge/:slug#<code>`.',
    roles: HOSTS,
    input: z.strictObject({
      judgeId: JudgeId,
      validForSeconds: z
        .int()
        .min(60)
        .max(30 * 86_400)
        .default(86_400),
    }),
    output: z.object({ code: z.string(), expiresAt: Instant }),
    rate: 'control',
  }),
  'judge:pair': command({
    says: 'Exchange a pairing code for a token bound to this device; `device` is a secret the device keeps. Used on a second device, the code is refused and the desk is told.',
    roles: VOTERS,
    input: z.strictObject({
      code: z.string().max(40),
      device: z.string().min(16).max(64),
      label: text(LIMITS.personName).default(''),
    }),
    output: z.object({ token: z.string(), judgeId: JudgeId, name: z.string() }),
    rate: 'chat',
  }),
  'device:report': command({
    says: 'What a judge’s device says of itself: battery where known, and cards that wait on it. The desk sees it; nothing is recorded.',
    roles: JUDGES,
    input: DeviceReport.omit({ at: true }).strict(),
    output: done,
    rate: 'read',
  }),
  'judge:revoke': command({
    says: 'End a device’s right to act for a judge, at once, everywhere.',
    roles: HOSTS,
    input: z.strictObject({ actorId: ActorId }),
    output: JudgeDevice,
    rate: 'control',
  }),
  'round:put': command({
    says: 'Plan a round, or change one that has not opened. `preset` brings criteria and a rule set.',
    roles: HOSTS,
    input: z.strictObject({
      roundId: RoundId.optional(),
      title: trimmed(LIMITS.titleLength).optional(),
      entries: z.array(Entry).max(LIMITS.contestants).optional(),
      panel: z.array(JudgeId).max(LIMITS.judges).optional(),
      preset: z.enum(PRESET_NAMES).optional(),
      criteria: z.array(Criterion).max(LIMITS.criteria).optional(),
      vote: VoteSettings.optional(),
    }),
    output: RoundPlan,
    rate: 'control',
  }),
  'round:rules': command({
    says: 'Replace the rule set of a round that has not opened.',
    roles: HOSTS,
    input: RuleSet.extend({ roundId: RoundId }),
    output: RoundPlan,
    rate: 'control',
  }),
  'round:remove': command({
    says: 'Remove a round that has not opened.',
    roles: HOSTS,
    input: byRound,
    output: done,
    rate: 'control',
  }),
  'round:draw': command({
    says: 'Draw the order of the entries at random, or enter one drawn by hand; until the first score.',
    roles: HOSTS,
    input: byRound.extend({ order: order.optional() }),
    output: z.object({ order }),
    rate: 'control',
  }),
  'round:open': command({
    says: 'Begin scoring: criteria and rule set are fixed and hashed (SC-18), declared conflicts recused (SC-4).',
    roles: HOSTS,
    input: byRound,
    output: z.object({ ruleHash: z.string() }),
    rate: 'control',
  }),
  'round:seal': command({
    says: 'End scoring: no card changes any more. Every card is locked, recused, abstained or waived, and the vote closed.',
    roles: CLOSERS,
    input: byRound,
    output: done,
    rate: 'control',
  }),
  'round:reopen': command({
    says: 'Break the seal, with a reason, while nothing that needs it has been shown.',
    roles: HEADS,
    input: byRound.extend({ reason }),
    output: done,
    rate: 'control',
  }),
  'round:publish': command({
    says: 'Publish the whole result; from now on there is a certificate.',
    roles: CLOSERS,
    input: byRound,
    output: outcome,
    rate: 'control',
  }),
  'round:results': command({
    says: 'The result as it stands, with cards and explanations. A head judge who scores sees no entry before their own card for it is signed (SC-5).',
    roles: CHECKERS,
    input: byRound.extend({ entryId: ContestantId.optional() }),
    output: outcome.extend({ file: Tabulation, cards: z.array(Card) }),
    rate: 'read',
  }),
  'round:certificate': command({
    says: 'The certificate of a published round, as the one text whose every byte counts (SC-19).',
    roles: EVERYBODY,
    input: byRound,
    output: z.object({ certificate: z.string() }),
    rate: 'read',
  }),
  'entry:call': command({
    says: 'Say who is on the stage; null is nobody.',
    roles: CALLERS,
    input: byRound.extend({ entryId: ContestantId.nullable() }),
    output: done,
    rate: 'control',
  }),
  'entry:disqualify': command({
    says: 'Put an entry out of the ranking, with the reason (SC-16).',
    roles: HEADS,
    input: byEntry.extend({ reason }),
    output: done,
    rate: 'control',
  }),
  'entry:reinstate': command({
    says: 'Undo a disqualification.',
    roles: HEADS,
    input: byEntry,
    output: done,
    rate: 'control',
  }),
  'score:save': command({
    says: 'Keep a judge’s unfinished card, so that a second device goes on with it.',
    roles: JUDGES,
    input: byEntry.extend({ values: Values, version }),
    output: OwnCard,
    rate: 'tap',
  }),
  'score:sign': command({
    says: 'Sign a card: it locks at once, or waits for a second person (SC-3).',
    roles: JUDGES,
    input: byEntry.extend({ values: Values, version, ruleHash: z.string() }),
    output: OwnCard,
    rate: 'tap',
  }),
  'score:recuse': command({
    says: 'Leave an entry for a conflict of interest; the desk may say it for a judge (SC-4).',
    roles: ['judge', ...CLERKS],
    input: byEntry.extend({ judgeId: JudgeId.optional(), reason }),
    output: Progress,
    rate: 'control',
  }),
  'score:abstain': command({
    says: 'Give no score for another reason (SC-4).',
    roles: ['judge', ...CLERKS],
    input: byEntry.extend({ judgeId: JudgeId.optional(), reason }),
    output: Progress,
    rate: 'control',
  }),
  'score:waive': command({
    says: 'Go on without a judge’s card, with a reason; the judge may still sign it before it is shown.',
    roles: CHECKERS,
    input: byCard.extend({ reason }),
    output: Progress,
    rate: 'control',
  }),
  'score:proxy': command({
    says: 'Enter a card for a judge on paper; it is marked as such, with who entered it (SC-4).',
    roles: CLERKS,
    input: byCard.extend({ values: Values, version, ruleHash: z.string() }),
    output: Progress,
    rate: 'control',
  }),
  'score:confirm': command({
    says: 'Confirm a signed card or an amendment; never one’s own (SC-3).',
    roles: CHECKERS,
    input: byCard.extend({ version }),
    output: Progress,
    rate: 'control',
  }),
  'score:reject': command({
    says: 'Send a signed card back, refuse an amendment, or undo a recusal or abstention.',
    roles: CHECKERS,
    input: byCard.extend({ version, reason }),
    output: Progress,
    rate: 'control',
  }),
  'score:amend': command({
    says: 'Ask for other values on a locked card; a second person confirms, and the old ones stay on record (SC-3).',
    roles: HEADS,
    input: byCard.extend({ values: Values, version, reason }),
    output: Progress,
    rate: 'control',
  }),
  'tie:rank': command({
    says: 'The tie-break judge’s order, opened only where ranks are tied (SC-14).',
    roles: JUDGES,
    input: byRound.extend({ order }),
    output: done,
    rate: 'control',
  }),
  'tie:decide': command({
    says: 'The head judge’s order of tied entries, with a reason (SC-14).',
    roles: HEADS,
    input: byRound.extend({ order, reason }),
    output: done,
    rate: 'control',
  }),
  'timer:start': command({
    says: 'Start the stopwatch for an entry, or let it go on.',
    roles: TIMERS,
    input: byEntry,
    output: Stopwatch,
    rate: 'control',
  }),
  'timer:stop': command({
    says: 'Stop it; the time counts for the entry (SC-9).',
    roles: TIMERS,
    input: nothing,
    output: Stopwatch,
    rate: 'control',
  }),
  'timer:reset': command({
    says: 'Set it to zero; the entry has no time.',
    roles: TIMERS,
    input: nothing,
    output: Stopwatch,
    rate: 'control',
  }),
  'timer:correct': command({
    says: 'Put an entry’s time right, with a reason; null is no time.',
    roles: TIMERS,
    input: byEntry.extend({ elapsedMs: z.int().min(0).max(86_400_000).nullable(), reason }),
    output: done,
    rate: 'control',
  }),
  'vote:open': command({
    says: 'Let the audience vote for the round’s entries, at most 20, now or at a time to come, until it is closed or the time is up.',
    roles: HOSTS,
    input: byRound.extend({
      opensAfterSeconds: z
        .int()
        .min(0)
        .max(7 * 86_400)
        .default(0),
      closesAfterSeconds: z
        .int()
        .min(5)
        .max(LIMITS.voteDays * 86_400)
        .optional(),
    }),
    output: VoteWindow,
    rate: 'control',
  }),
  'vote:close': command({
    says: 'End the audience’s vote.',
    roles: HOSTS,
    input: byRound,
    output: VoteWindow,
    rate: 'control',
  }),
  'contest:vote': command({
    says: 'Vote for entries: one ballot per viewer and window, whatever is sent again; none for a frozen or withdrawn contestant. `group` says whose votes it is among, once and for all, where the round has groups.',
    roles: VOTERS,
    input: byRound.extend({
      entryIds: z.array(ContestantId).min(1).max(LIMITS.ballotEntries),
      group: z.string().max(LIMITS.organisation).optional(),
    }),
    output: Ballot,
    rate: 'tap',
  }),
  'vote:review': command({
    says: 'How many ballots are clean, suspect or unknown (SC-11); for those who may see results, by entry and group too.',
    roles: [...HOSTS, 'headJudge', 'scrutineer'],
    input: byRound,
    output: z.object({ ballots: BallotClasses, sets: z.array(VoteSet).nullable() }),
    rate: 'read',
  }),
  'vote:settle': command({
    says: 'Rule on the ballots in quarantine once the vote is closed: whether they count, with the reason. Without a ruling a round with suspect ballots is not sealed.',
    roles: CHECKERS,
    input: byRound.extend({ suspect: Ruled, unknown: Ruled, reason }),
    output: done,
    rate: 'control',
  }),
  'reveal:prepare': command({
    says: 'The steps to be shown from here on, in order (SC-17).',
    roles: HOSTS,
    input: byRound.extend({ steps: z.array(RevealStep).max(LIMITS.revealSteps) }),
    output: done,
    rate: 'control',
  }),
  'reveal:next': command({
    says: 'Show the next step; `after` is how many have been shown, so that two hosts do not show two.',
    roles: HOSTS,
    input: byRound.extend({ after: z.int().min(0) }),
    output: z.object({ shown: Shown, index: z.int() }),
    rate: 'control',
  }),
  'contest:rehearse': command({
    says: 'Try a round’s rule set on given, earlier published or invented scorecards, and play a reveal on them; nothing is recorded.',
    roles: [...HOSTS, 'headJudge', 'scrutineer'],
    input: byRound.extend({
      cards: z
        .array(z.strictObject({ judge: JudgeId, entry: ContestantId, values: Values }))
        .max(LIMITS.contestants)
        .optional(),
      from: RoundId.optional(),
      votes: z.record(ContestantId, z.int().nonnegative()).optional(),
      steps: z.array(RevealStep).max(LIMITS.revealSteps).default([]),
    }),
    output: outcome.extend({ file: Tabulation, shown: z.array(Shown) }),
    rate: 'read',
  }),
} as const;

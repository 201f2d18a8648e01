import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { ActorId, ContestantId, Instant, JudgeId, PollId, RoundId } from './ids.ts';
import { Awarded, RevealStep, Shown } from './reveal.ts';
import { Criterion, RuleSet } from './ruleset.ts';
import { Progress } from './scorecard.ts';
import { VoteCount, VoteRuling } from './vote-count.ts';

/** `frozen` cannot be voted for at present; `withdrawn` does not take part any more. */
export const ContestantStatus = z.enum(['competing', 'withdrawn', 'frozen']);

/** SHA-256 of a photo's bytes, in hexadecimal; it is served at `/api/v1/photos/<hash>`. */
export const PhotoHash = z.string().regex(/^[0-9a-f]{64}$/);

export const Contestant = z.object({
  id: ContestantId,
  name: z.string(),
  organisation: z.string(),
  introduction: z.string(),
  photo: PhotoHash.nullable(),
  status: ContestantStatus,
});
export type Contestant = z.output<typeof Contestant>;

export const Judge = z.object({
  id: JudgeId,
  name: z.string(),
  organisation: z.string(),
  isHead: z.boolean(),
  isTieBreak: z.boolean(),
});
export type Judge = z.output<typeof Judge>;

/** SC-4: whom a judge will not score; they are recused when a round opens. */
export const Conflict = z.object({
  judgeId: JudgeId,
  contestantIds: z.array(ContestantId),
  organisations: z.array(z.string()),
});
export type Conflict = z.output<typeof Conflict>;

/** A device that may act for a judge, until it is revoked. */
export const JudgeDevice = z.object({
  actorId: ActorId,
  judgeId: JudgeId,
  label: z.string(),
  pairedAt: Instant,
  revokedAt: Instant.nullable(),
});
export type JudgeDevice = z.output<typeof JudgeDevice>;

/** A contestant or work in a round; `title` is that of the speech or work. */
export const Entry = z.strictObject({
  id: ContestantId,
  title: z.string().trim().max(LIMITS.titleLength).default(''),
});
export type Entry = z.output<typeof Entry>;

/** Who may vote how often: `perViewer` entries on one ballot, one ballot in all or one each day (of Beijing time). */
export const VoteSettings = z.strictObject({
  perViewer: z.int().min(1).max(LIMITS.ballotEntries).default(1),
  period: z.enum(['once', 'day']).default('once'),
  /** Whether the running count is public; hidden, nobody without the results sees it before the reveal. */
  results: z.enum(['live', 'hidden']).default('hidden'),
  changeable: z.boolean().default(false),
  /**
   * SC-12: groups of voters, such as districts; each viewer says once which is theirs. Where parts are summed each gives
   * a set of points. Empty: all are one. Nobody votes for a contestant whose organisation is their own group.
   */
  groups: z.array(z.string().trim().min(1).max(LIMITS.organisation)).max(LIMITS.voteGroups).default([]),
});
export type VoteSettings = z.output<typeof VoteSettings>;

/** What is fixed when a round opens, and hashed then (SC-18). Entries are in draw order. */
export const RoundPlan = z.object({
  id: RoundId,
  title: z.string(),
  entries: z.array(Entry),
  panel: z.array(JudgeId),
  criteria: z.array(Criterion),
  rules: RuleSet,
  vote: VoteSettings,
});
export type RoundPlan = z.output<typeof RoundPlan>;

/** The ballots of a round: one box, or one a day, for each group of voters; each is open until its own end. */
export const VoteWindow = z.object({
  isOpen: z.boolean(),
  /** The entries on the ballot, in the order of the boxes' options. */
  entries: z.array(ContestantId),
  /** `group`: whose box it is, an index into the settings' groups; null where there are none. */
  boxes: z.array(
    z.object({
      id: PollId,
      opensAt: Instant,
      closesAt: Instant.nullable(),
      group: z.int().nonnegative().nullable().default(null),
    }),
  ),
});
export type VoteWindow = z.output<typeof VoteWindow>;

/** SC-14, SC-16: one line of a result, as the rules explain it. */
export const ResultLine = z.object({
  entryId: ContestantId,
  rank: z.int().positive().nullable(),
  figure: z.string().nullable(),
  exact: z.string().nullable(),
  parts: z.record(z.string(), z.string().nullable()),
  explain: z.array(z.string()),
});
export type ResultLine = z.output<typeof ResultLine>;

/** Hash of criteria and rule set, from the moment the round opens (SC-18). */
export const RoundStatus = z.enum(['draft', 'open', 'sealed', 'published']);

export const Round = RoundPlan.extend({
  status: RoundStatus,
  ruleHash: z.string().nullable(),
  voting: VoteWindow.nullable(),
  /** On the ballots in quarantine; jury and desk alone, until the result says it. */
  ruling: VoteRuling.nullable(),
  /** By entry, then judge; jury and desk alone. */
  progress: z.record(ContestantId, z.record(JudgeId, Progress)),
  /** Jury and desk alone, until the results say it. */
  disqualified: z.array(z.object({ entryId: ContestantId, reason: z.string() })),
  /** What is still to be shown; the desk alone. */
  script: z.array(RevealStep),
  /** What has been shown, in order: `revealed(k)` is its length. */
  shown: z.array(Shown),
  results: z.array(ResultLine).nullable(),
  /** What the ballots came to, with the results. */
  votes: VoteCount.nullable(),
  awards: z.array(Awarded),
});
export type Round = z.output<typeof Round>;

/** The timekeeper's stopwatch, in the server's time (SC-9); nobody on a judge's tablet hears of it. */
export const Stopwatch = z.object({
  roundId: RoundId,
  entryId: ContestantId,
  /** Running since then, on top of `elapsedMs`; null while it stands. */
  startedAt: Instant.nullable(),
  elapsedMs: z.int().nonnegative(),
});
export type Stopwatch = z.output<typeof Stopwatch>;

/** What the hall saw happen last, and in which round: what a stage shows without being told more. */
export const Latest = z.object({
  roundId: RoundId,
  what: z.enum(['opened', 'called', 'voting', 'shown', 'sealed', 'published']),
});
export type Latest = z.output<typeof Latest>;

/** What only the desk hears of the people behind the scores. */
export const JuryDesk = z.object({
  conflicts: z.array(Conflict),
  devices: z.array(JudgeDevice),
  /** Pairings that were refused, newest last: a link was used on a second device. */
  refusedPairings: z.array(z.object({ judgeId: JudgeId, at: Instant })),
});
export type JuryDesk = z.output<typeof JuryDesk>;

export const Contest = z.object({
  title: z.string(),
  /** How reveals and certificates name the judges. */
  judgesShown: z.enum(['names', 'pseudonyms']),
  /** Fingerprint of the key that signs certificates; it stands on the stage (SC-19). */
  signer: z.string(),
  contestants: z.array(Contestant),
  judges: z.array(Judge),
  rounds: z.array(Round),
  /** Who is on the stage. */
  current: z.object({ roundId: RoundId, entryId: ContestantId }).nullable(),
  /** Null before a round opens. */
  latest: Latest.nullable(),
  stopwatch: Stopwatch.nullable(),
  /** Empty in every audience but the desk's. */
  desk: JuryDesk,
});
export type Contest = z.output<typeof Contest>;

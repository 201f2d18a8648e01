import { z } from 'zod';
import {
  Conflict,
  Contest,
  Contestant,
  Judge,
  JudgeDevice,
  ResultLine,
  RoundPlan,
  Stopwatch,
  VoteWindow,
} from '../model/contest.ts';
import { ActorId, ContestantId, Instant, JudgeId, RoundId } from '../model/ids.ts';
import { Awarded, RevealStep, Shown } from '../model/reveal.ts';
import { CardKey, CardVersion, Progress } from '../model/scorecard.ts';
import { VoteCount, VoteRuling } from '../model/vote-count.ts';
import { ALL, CLOCK, fact, PANEL, SEALED, STAFF } from './fact.ts';

const inRound = { roundId: RoundId };
const inEntry = { roundId: RoundId, entryId: ContestantId };

/**
 * A contest's facts. What a judge scored is SEALED: its row has no audience, so that no frame, snapshot or export can
 * hold it; the jury and the desk hear of progress alone (SC-5). What a reveal publishes is a fact of its own (SC-17).
 */
export const contestFacts = {
  'contest:set': fact(
    ALL,
    'The contest, without its people and rounds.',
    Contest.pick({ title: true, judgesShown: true, signer: true }),
  ),
  'contestant:put': fact(ALL, 'A contestant is new or changed.', z.object({ contestant: Contestant })),
  'contestant:removed': fact(ALL, 'A contestant is gone.', z.object({ contestantId: ContestantId })),
  'judge:put': fact(ALL, 'A judge is new or changed.', z.object({ judge: Judge })),
  'judge:removed': fact(ALL, 'A judge is gone.', z.object({ judgeId: JudgeId })),
  'judge:conflicted': fact(STAFF, 'Whom a judge will not score.', z.object({ conflict: Conflict })),
  'judge:invited': fact(
    SEALED,
    'A pairing code was made; only its hash is kept.',
    z.object({ judgeId: JudgeId, codeHash: z.string(), expiresAt: Instant }),
  ),
  'judge:bound': fact(
    SEALED,
    'A pairing code was used, by this device.',
    z.object({ judgeId: JudgeId, codeHash: z.string(), device: z.string(), actorId: ActorId }),
  ),
  'judge:paired': fact(STAFF, 'A device acts for a judge.', z.object({ device: JudgeDevice })),
  'judge:refused': fact(
    STAFF,
    'A pairing code was used on a second device, which was refused.',
    z.object({ judgeId: JudgeId, at: Instant }),
  ),
  'judge:revoked': fact(
    STAFF,
    'A device acts for nobody any more.',
    z.object({ actorId: ActorId, at: Instant }),
  ),
  'round:drafted': fact(PANEL, 'A round as planned so far.', z.object({ plan: RoundPlan })),
  'round:discarded': fact(PANEL, 'A planned round is gone.', z.object(inRound)),
  'round:opened': fact(
    ALL,
    'Scoring began; criteria and rules are fixed by this hash.',
    z.object({ plan: RoundPlan, ruleHash: z.string() }),
  ),
  'round:masked': fact(
    SEALED,
    'The pseudonyms judges go by in this round.',
    z.object({ ...inRound, pseudonyms: z.record(JudgeId, z.string()) }),
  ),
  'round:drawn': fact(
    ALL,
    'The order of the entries was drawn.',
    z.object({ ...inRound, order: z.array(ContestantId) }),
  ),
  'round:sealed': fact(ALL, 'No card changes any more.', z.object(inRound)),
  'round:reopened': fact(
    ALL,
    'The seal was broken before anything of it was shown.',
    z.object({ ...inRound, reason: z.string() }),
  ),
  'round:published': fact(
    ALL,
    'The results, whole and final.',
    z.object({
      ...inRound,
      results: z.array(ResultLine),
      votes: VoteCount.nullable(),
      awards: z.array(Awarded),
    }),
  ),
  'entry:called': fact(
    ALL,
    'Who is on the stage; null is nobody.',
    z.object({ ...inRound, entryId: ContestantId.nullable() }),
  ),
  'entry:disqualified': fact(
    PANEL,
    'An entry is out, with the reason.',
    z.object({ ...inEntry, reason: z.string() }),
  ),
  'entry:reinstated': fact(PANEL, 'An entry is in again.', z.object(inEntry)),
  'card:recorded': fact(
    SEALED,
    'A scorecard’s next version: values, who, when, why.',
    z.object({ key: CardKey, entry: CardVersion }),
  ),
  'card:progressed': fact(
    PANEL,
    'What became of a scorecard, without its values.',
    z.object({ key: CardKey, progress: Progress }),
  ),
  'tie:ranked': fact(
    SEALED,
    'The tie-break judge’s order.',
    z.object({ ...inRound, order: z.array(ContestantId) }),
  ),
  'tie:decided': fact(
    SEALED,
    'The head judge’s decision on a tie.',
    z.object({ ...inRound, order: z.array(ContestantId), reason: z.string() }),
  ),
  'stopwatch:changed': fact(CLOCK, 'The stopwatch, whole.', z.object({ stopwatch: Stopwatch })),
  'time:recorded': fact(
    SEALED,
    'How long an entry took.',
    z.object({ ...inEntry, elapsedMs: z.int().nonnegative().nullable(), reason: z.string() }),
  ),
  'vote:opened': fact(ALL, 'The audience votes.', z.object({ ...inRound, voting: VoteWindow })),
  'vote:closed': fact(ALL, 'The audience’s vote ended.', z.object(inRound)),
  'vote:counted': fact(
    SEALED,
    'The ballots, as counted when the round was sealed.',
    z.object({ ...inRound, votes: VoteCount }),
  ),
  'vote:settled': fact(
    PANEL,
    'Somebody ruled on the ballots in quarantine.',
    z.object({ ...inRound, ruling: VoteRuling }),
  ),
  'reveal:prepared': fact(
    STAFF,
    'The steps still to be shown.',
    z.object({ ...inRound, steps: z.array(RevealStep) }),
  ),
  'reveal:shown': fact(
    ALL,
    'One step of the reveal: exactly what it names.',
    z.object({ ...inRound, shown: Shown }),
  ),
  'reveal:corrected': fact(ALL, 'An amendment made what was shown of this entry untrue.', z.object(inEntry)),
} as const;

import type { Handlers } from '../../context.ts';
import type { contestCommands } from '#shared/protocol/contest-commands.ts';
import { amendCard, confirmCard, rejectCard } from './checking.ts';
import { readCertificate } from './certificates.ts';
import { inviteJudge, pairJudge, reportDevice, revokeDevice } from './pairing.ts';
import { rehearse } from './rehearse.ts';
import { readResults } from './results.ts';
import { prepareReveal, showNext } from './reveal.ts';
import { drawRound, openRoundNow, putRound, removeRound, setRules } from './rounds.ts';
import { abstain, enterProxy, recuse, saveCard, signCard, waive } from './scoring.ts';
import { disqualify, publishRound, reinstate, reopenRound, sealRound } from './seal.ts';
import {
  declareConflict,
  importContestants,
  importJudges,
  putContestant,
  putJudge,
  removeContestant,
  removeJudge,
  setUpContest,
} from './setup.ts';
import {
  callEntry,
  correctTime,
  decideTie,
  rankForTies,
  resetTimer,
  startTimer,
  stopTimer,
} from './stage.ts';
import { reviewVote, settleVote } from './vote-review.ts';
import { castContestVote, closeVote, openVote } from './votes.ts';

/** One handler per contest command; a missing one does not compile. */
export const contestHandlers: Pick<Handlers, keyof typeof contestCommands> = {
  'contest:setup': setUpContest,
  'contestant:put': putContestant,
  'contestant:remove': removeContestant,
  'contestant:import': importContestants,
  'judge:put': putJudge,
  'judge:remove': removeJudge,
  'judge:import': importJudges,
  'judge:conflict': declareConflict,
  'judge:invite': inviteJudge,
  'judge:pair': pairJudge,
  'device:report': reportDevice,
  'judge:revoke': revokeDevice,
  'round:put': putRound,
  'round:rules': setRules,
  'round:remove': removeRound,
  'round:draw': drawRound,
  'round:open': openRoundNow,
  'round:seal': sealRound,
  'round:reopen': reopenRound,
  'round:publish': publishRound,
  'round:results': readResults,
  'round:certificate': readCertificate,
  'entry:call': callEntry,
  'entry:disqualify': disqualify,
  'entry:reinstate': reinstate,
  'score:save': saveCard,
  'score:sign': signCard,
  'score:recuse': recuse,
  'score:abstain': abstain,
  'score:waive': waive,
  'score:proxy': enterProxy,
  'score:confirm': confirmCard,
  'score:reject': rejectCard,
  'score:amend': amendCard,
  'tie:rank': rankForTies,
  'tie:decide': decideTie,
  'timer:start': startTimer,
  'timer:stop': stopTimer,
  'timer:reset': resetTimer,
  'timer:correct': correctTime,
  'vote:open': openVote,
  'vote:close': closeVote,
  'contest:vote': castContestVote,
  'vote:review': reviewVote,
  'vote:settle': settleVote,
  'reveal:prepare': prepareReveal,
  'reveal:next': showNext,
  'contest:rehearse': rehearse,
};

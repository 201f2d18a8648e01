import type { Actor } from '#shared/model/actor.ts';
import type { Contest, Contestant, Entry, Judge, Round } from '#shared/model/contest.ts';
import type { ContestantId, JudgeId, RoundId } from '#shared/model/ids.ts';
import type { EventState } from '#shared/model/state.ts';
import { deviceOf } from '#shared/rules/contest/devices.ts';
import { fail } from '../../lib/app-error.ts';

export const contestOf = (state: EventState): Contest =>
  state.contest ?? fail('CLOSED', 'the event has no contest yet');

export const roundOf = (state: EventState, roundId: RoundId): Round =>
  contestOf(state).rounds.find(({ id }) => id === roundId) ?? fail('INVALID', `no round ${roundId}`);

/** The round, which takes scores: it is open. */
export function openRound(state: EventState, roundId: RoundId): Round {
  const round = roundOf(state, roundId);
  if (round.status === 'draft') fail('CLOSED', 'SC-3: the round has not opened');
  if (round.status !== 'open') fail('CLOSED', `SC-3: the round is ${round.status}`);
  return round;
}

/** The round, which may still be planned. */
export function draftRound(state: EventState, roundId: RoundId): Round {
  const round = roundOf(state, roundId);
  if (round.status !== 'draft') fail('CLOSED', 'SC-18: criteria and rules are fixed since the round opened');
  return round;
}

export const entryOf = (round: Round, entryId: ContestantId): Entry =>
  round.entries.find(({ id }) => id === entryId) ?? fail('INVALID', `SC-1: ${entryId} is not in this round`);

export const contestantOf = (state: EventState, id: ContestantId): Contestant =>
  contestOf(state).contestants.find((contestant) => contestant.id === id) ??
  fail('INVALID', `no contestant ${id}`);

export const findJudge = (state: EventState, judgeId: JudgeId): Judge =>
  contestOf(state).judges.find(({ id }) => id === judgeId) ?? fail('INVALID', `no judge ${judgeId}`);

/** The judge this actor is; a token alone is not enough, the device must be bound to a judge and not revoked. */
export function judgeOf(state: EventState, actor: Actor): Judge {
  const judgeId = deviceOf(state.contest, actor.id)?.judgeId;
  const judge = contestOf(state).judges.find(({ id }) => id === judgeId);
  return judge ?? fail('FORBIDDEN', 'this device is not bound to a judge');
}

/** Who acts, the same on all of a judge's devices: what "somebody else" is measured by (SC-3). */
export const personOf = (state: EventState, actor: Actor): string =>
  deviceOf(state.contest, actor.id)?.judgeId ?? actor.id;

export function panelJudge(round: Round, judgeId: JudgeId): JudgeId {
  if (!round.panel.includes(judgeId)) fail('INVALID', `${judgeId} is not on the panel of this round`);
  return judgeId;
}

/** Whether an entry is out of the running, so that nobody has to score it. */
export const isOut = (contest: Contest, round: Round, entryId: ContestantId): boolean =>
  round.disqualified.some((out) => out.entryId === entryId) ||
  contest.contestants.some(({ id, status }) => id === entryId && status === 'withdrawn');

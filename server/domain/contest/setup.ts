import type { Actor } from '#shared/model/actor.ts';
import type { Contestant, Judge, Round } from '#shared/model/contest.ts';
import { LIMITS } from '#shared/limits.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Context } from '../../context.ts';
import { fail } from '../../lib/app-error.ts';
import { contestantOf, contestOf, findJudge, judgeOf } from './access.ts';
import { readTable } from './table.ts';

type Nothing = Record<string, never>;

/** Gives the event its contest. How judges are named is fixed with the first round, as certificates depend on it. */
export async function setUpContest(
  context: Context,
  actor: Actor,
  input: Input<'contest:setup'>,
): Promise<Output<'contest:setup'>> {
  const signer = context.signer.fingerprint;
  return context.ledger.change(actor, context.command, ({ contest }) => {
    const hasOpened = contest?.rounds.some(({ status }) => status !== 'draft') ?? false;
    if (hasOpened && contest?.judgesShown !== input.judgesShown)
      fail('CLOSED', 'judgesShown: a round has opened');
    return { output: { signer }, facts: [{ type: 'contest:set', payload: { ...input, signer } }] };
  });
}

export async function putContestant(
  context: Context,
  actor: Actor,
  { id, ...fields }: Input<'contestant:put'>,
): Promise<Contestant> {
  const fresh = context.ids.contestant();
  return context.ledger.change(actor, context.command, (state) => {
    const { contestants, rounds } = contestOf(state);
    if (id !== undefined) refuseSealed(rounds, contestantOf(state, id), fields.status);
    else if (contestants.length >= LIMITS.contestants)
      fail('INVALID', `at most ${LIMITS.contestants} contestants`);
    const contestant: Contestant = { id: id ?? fresh, ...fields };
    return { output: contestant, facts: [{ type: 'contestant:put', payload: { contestant } }] };
  });
}

/** Who withdraws has no rank: that is settled when a round is sealed, so that its result stays what it was (SC-16). */
function refuseSealed(
  rounds: readonly Round[],
  { id, status }: Contestant,
  next: Contestant['status'],
): void {
  const isChange = status !== next && (status === 'withdrawn' || next === 'withdrawn');
  const isSealed = rounds.some(
    (round) => round.status === 'sealed' && round.entries.some((entry) => entry.id === id),
  );
  if (isChange && isSealed)
    fail('CLOSED', 'SC-16: the contestant is in a sealed round; reopen or publish it');
}

export async function removeContestant(
  context: Context,
  actor: Actor,
  { contestantId }: Input<'contestant:remove'>,
): Promise<Nothing> {
  return context.ledger.change(actor, context.command, (state) => {
    const { contestants, rounds } = contestOf(state);
    if (!contestants.some(({ id }) => id === contestantId)) return { output: {}, facts: [] };
    if (rounds.some(({ entries }) => entries.some(({ id }) => id === contestantId)))
      fail('CLOSED', 'the contestant is in a round; withdraw them instead');
    return { output: {}, facts: [{ type: 'contestant:removed', payload: { contestantId } }] };
  });
}

const CONTESTANT_COLUMNS = {
  name: { words: ['name', '姓名', '选手', '名称'], max: LIMITS.personName },
  organisation: { words: ['organisation', 'organization', '单位', '机构'], max: LIMITS.organisation },
  introduction: { words: ['introduction', '简介', '介绍'], max: LIMITS.introduction },
} as const;
const JUDGE_COLUMNS = {
  name: { words: ['name', '姓名', '评委'], max: LIMITS.personName },
  organisation: CONTESTANT_COLUMNS.organisation,
} as const;

/** All rows become contestants, or none does and the refusal names the line. */
export async function importContestants(
  context: Context,
  actor: Actor,
  { text }: Input<'contestant:import'>,
): Promise<Output<'contestant:import'>> {
  const rows = readTable(text, CONTESTANT_COLUMNS);
  const contestants = rows.map((row): Contestant => ({
    id: context.ids.contestant(),
    ...row,
    photo: null,
    status: 'competing',
  }));
  return context.ledger.change(actor, context.command, (state) => {
    if (contestOf(state).contestants.length + contestants.length > LIMITS.contestants)
      fail('INVALID', `at most ${LIMITS.contestants} contestants`);
    return {
      output: { contestants },
      facts: contestants.map((contestant) => ({ type: 'contestant:put', payload: { contestant } })),
    };
  });
}

export async function putJudge(
  context: Context,
  actor: Actor,
  { id, ...fields }: Input<'judge:put'>,
): Promise<Judge> {
  const fresh = context.ids.judge();
  return context.ledger.change(actor, context.command, (state) => {
    if (id !== undefined) findJudge(state, id);
    else if (contestOf(state).judges.length >= LIMITS.judges)
      fail('INVALID', `at most ${LIMITS.judges} judges`);
    const judge: Judge = { id: id ?? fresh, ...fields };
    return { output: judge, facts: [{ type: 'judge:put', payload: { judge } }] };
  });
}

/** A judge on the panel of an opened round stays: recuse or waive them there instead. */
export async function removeJudge(
  context: Context,
  actor: Actor,
  { judgeId }: Input<'judge:remove'>,
): Promise<Nothing> {
  return context.ledger.change(actor, context.command, (state) => {
    const { judges, rounds, desk } = contestOf(state);
    if (!judges.some(({ id }) => id === judgeId)) return { output: {}, facts: [] };
    if (rounds.some(({ panel }) => panel.includes(judgeId)))
      fail('CLOSED', 'SC-4: the judge is on a panel; recuse or waive them there');
    const devices = desk.devices.filter((device) => device.judgeId === judgeId && device.revokedAt === null);
    const at = context.clock.now();
    return {
      output: {},
      facts: [
        ...devices.map(({ actorId }) => ({ type: 'judge:revoked' as const, payload: { actorId, at } })),
        { type: 'judge:removed', payload: { judgeId } },
      ],
    };
  });
}

export async function importJudges(
  context: Context,
  actor: Actor,
  { text }: Input<'judge:import'>,
): Promise<Output<'judge:import'>> {
  const rows = readTable(text, JUDGE_COLUMNS);
  const judges = rows.map((row): Judge => ({
    id: context.ids.judge(),
    ...row,
    isHead: false,
    isTieBreak: false,
  }));
  return context.ledger.change(actor, context.command, (state) => {
    if (contestOf(state).judges.length + judges.length > LIMITS.judges)
      fail('INVALID', `at most ${LIMITS.judges} judges`);
    return {
      output: { judges },
      facts: judges.map((judge) => ({ type: 'judge:put', payload: { judge } })),
    };
  });
}

/** SC-4. A judge says it for themselves; the desk for anybody. */
export async function declareConflict(
  context: Context,
  actor: Actor,
  conflict: Input<'judge:conflict'>,
): Promise<Nothing> {
  return context.ledger.change(actor, context.command, (state) => {
    findJudge(state, conflict.judgeId);
    refuseOthers(state, actor, conflict.judgeId);
    for (const id of conflict.contestantIds) contestantOf(state, id);
    return { output: {}, facts: [{ type: 'judge:conflicted', payload: { conflict } }] };
  });
}

function refuseOthers(state: EventState, actor: Actor, judgeId: Judge['id']): void {
  if (actor.role === 'judge' && judgeOf(state, actor).id !== judgeId)
    fail('FORBIDDEN', 'a judge speaks for themselves alone');
}

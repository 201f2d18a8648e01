import type { Actor } from '#shared/model/actor.ts';
import type { Contest, Round, VoteWindow } from '#shared/model/contest.ts';
import { type ContestantId, OptionId, PollId, type RoundId } from '#shared/model/ids.ts';
import { LIMITS } from '#shared/limits.ts';
import type { Ballot } from '#shared/model/poll.ts';
import type { Input } from '#shared/protocol/commands.ts';
import type { Context } from '../../context.ts';
import { fail } from '../../lib/app-error.ts';
import type { BoxChange } from '../../store/store.ts';
import { contestOf, entryOf, roundOf } from './access.ts';

const DAY_MS = 86_400_000;
/** Days begin at midnight in Beijing, which has no summer time. */
const ZONE_MS = 8 * 3_600_000;

/**
 * Opens the boxes: one, or one for each day there will be. Which box a ballot goes into is the server's time to say;
 * that a box is over is the store's own clock (SC-11).
 */
export async function openVote(
  context: Context,
  actor: Actor,
  { roundId, closesAfterSeconds }: Input<'vote:open'>,
): Promise<VoteWindow> {
  return context.ledger.change(actor, context.command, (state) => {
    const round = roundOf(state, roundId);
    if (round.status !== 'open') fail('CLOSED', `SC-11: the round is ${round.status}`);
    if (round.voting?.isOpen) return { output: round.voting, facts: [] };
    if (state.event.status === 'ended') fail('CLOSED', 'the event has ended');
    const { perViewer, period, changeable } = round.vote;
    const entries = round.voting?.entries ?? round.entries.map(({ id }) => id);
    if (entries.length > LIMITS.ballotEntries)
      fail('INVALID', `SC-11: a ballot holds at most ${LIMITS.ballotEntries} entries`);
    const now = context.clock.now();
    const closesAt = closesAfterSeconds === undefined ? null : now + closesAfterSeconds * 1_000;
    if (period === 'day' && closesAt === null)
      fail('INVALID', 'closesAfterSeconds: a vote by the day needs an end');
    const opened = period === 'day' ? dailyBoxes(round, now, closesAt ?? now) : [boxOf(round, now, closesAt)];
    const earlier = (round.voting?.boxes ?? []).filter((old) => !opened.some(({ id }) => id === old.id));
    const voting: VoteWindow = { isOpen: true, entries, boxes: [...earlier, ...opened] };
    return {
      output: voting,
      facts: [{ type: 'vote:opened', payload: { roundId, voting } }],
      boxes: opened.map((box): BoxChange => ({
        pollId: box.id,
        change: 'open',
        options: entries.length,
        multiple: Math.min(perViewer, entries.length),
        changeable,
        closesAt: box.closesAt,
      })),
    };
  });
}

export async function closeVote(
  context: Context,
  actor: Actor,
  { roundId }: Input<'vote:close'>,
): Promise<VoteWindow> {
  return context.ledger.change(actor, context.command, (state) => {
    const { voting } = roundOf(state, roundId);
    if (voting === null) return fail('CLOSED', 'SC-11: there was no vote');
    if (!voting.isOpen) return { output: voting, facts: [] };
    return { output: { ...voting, isOpen: false }, ...closingOfVote(roundId, voting) };
  });
}

/** What closing a vote records; ending the event closes all of its open ones the same way. */
export const closingOfVote = (roundId: RoundId, { boxes }: VoteWindow) => ({
  facts: [{ type: 'vote:closed' as const, payload: { roundId } }],
  boxes: boxes.map((box): BoxChange => ({ pollId: box.id, change: 'close' })),
});

/** Casts a ballot. Whether the box is open and the viewer's first one is decided in the store, in one step. */
export async function castContestVote(
  context: Context,
  actor: Actor,
  { roundId, entryIds }: Input<'contest:vote'>,
): Promise<Ballot> {
  if (actor.number === null) fail('FORBIDDEN', 'only viewers vote');
  const { contest, round } = await roundWithVote(context, roundId);
  const voting = round.voting ?? fail('CLOSED', 'SC-11: the vote has not opened');
  const choice = toChoice(round, voting, entryIds);
  for (const entryId of entryIds) refuseUnvotable(contest, entryId);
  const now = context.clock.now();
  const box =
    voting.boxes.find(({ opensAt, closesAt }) => now >= opensAt && (closesAt === null || now < closesAt)) ??
    voting.boxes.at(-1);
  if (box === undefined) return fail('CLOSED', 'SC-11: the vote is closed');
  const outcome = await context.live.castBallot({ pollId: box.id, viewer: actor.number, choice });
  if (outcome.status === 'closed') fail('CLOSED', 'SC-11: the vote is closed');
  const optionIds = outcome.choice.flatMap((index) => {
    const entryId = voting.entries[index];
    return entryId === undefined ? [] : [OptionId.parse(entryId)];
  });
  if (outcome.status === 'already')
    fail('ALREADY', 'you voted already', { details: { pollId: box.id, optionIds } });
  return { pollId: box.id, optionIds, repeat: outcome.status === 'repeat' };
}

async function roundWithVote(
  context: Context,
  roundId: RoundId,
): Promise<{ contest: Contest; round: Round }> {
  const isThere = (): boolean =>
    context.ledger.state.contest?.rounds.some(({ id, voting }) => id === roundId && voting !== null) ?? false;
  if (!isThere()) await context.ledger.refresh();
  const contest = contestOf(context.ledger.state);
  const round = roundOf(context.ledger.state, roundId);
  if (round.status === 'draft') fail('INVALID', `no round ${roundId}`); // not public yet
  return { contest, round };
}

function toChoice(round: Round, voting: VoteWindow, entryIds: readonly ContestantId[]): number[] {
  for (const entryId of entryIds) entryOf(round, entryId);
  const indexes = entryIds.map((id) => voting.entries.indexOf(id));
  if (indexes.includes(-1)) fail('INVALID', 'entryIds: an entry is not on this ballot');
  const choice = [...new Set(indexes)].toSorted((a, b) => a - b);
  if (choice.length < indexes.length) fail('INVALID', 'entryIds: an entry is named twice');
  if (choice.length > round.vote.perViewer) fail('INVALID', `entryIds: at most ${round.vote.perViewer}`);
  return choice;
}

/** A disqualification is not public yet, so that it changes nothing here; its votes stay in the totals (SC-11). */
function refuseUnvotable(contest: Contest, entryId: ContestantId): void {
  const status = contest.contestants.find(({ id }) => id === entryId)?.status;
  if (status === 'frozen') fail('CLOSED', 'SC-11: nobody can vote for this contestant at present');
  if (status === 'withdrawn') fail('CLOSED', 'SC-11: the contestant has withdrawn');
}

type Box = VoteWindow['boxes'][number];

/** A vote that is opened again goes on in the same box. */
const boxOf = ({ id }: Round, opensAt: number, closesAt: number | null): Box => ({
  id: PollId.parse(`${id}.vote`),
  opensAt,
  closesAt,
});

function dailyBoxes({ id }: Round, from: number, until: number): Box[] {
  const boxes: Box[] = [];
  for (let opensAt = from; opensAt < until && boxes.length <= LIMITS.voteDays;) {
    const day = Math.floor((opensAt + ZONE_MS) / DAY_MS);
    const ends = Math.min(until, (day + 1) * DAY_MS - ZONE_MS);
    boxes.push({ id: PollId.parse(`${id}.d${day}`), opensAt, closesAt: ends });
    opensAt = ends;
  }
  return boxes;
}

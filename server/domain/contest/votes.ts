import type { Actor } from '#shared/model/actor.ts';
import type { Contest, Round, VoteWindow } from '#shared/model/contest.ts';
import { type ContestantId, OptionId, type PollId, type RoundId } from '#shared/model/ids.ts';
import { LIMITS } from '#shared/limits.ts';
import type { Ballot } from '#shared/model/poll.ts';
import type { Input } from '#shared/protocol/commands.ts';
import { asideId, boxId, groupBoxId } from '#shared/rules/contest/box-ids.ts';
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
  { roundId, opensAfterSeconds, closesAfterSeconds }: Input<'vote:open'>,
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
    const opensAt = context.clock.now() + opensAfterSeconds * 1_000;
    const closesAt = closesAfterSeconds === undefined ? null : opensAt + closesAfterSeconds * 1_000;
    if (period === 'day' && closesAt === null)
      fail('INVALID', 'closesAfterSeconds: a vote by the day needs an end');
    const times =
      period === 'day' ? daysOf(opensAt, closesAt ?? opensAt) : [{ day: null, opensAt, closesAt }];
    const groups = round.vote.groups.length === 0 ? [null] : round.vote.groups.map((_, index) => index);
    const opened = times.flatMap(({ day, ...time }) =>
      groups.map((group): Box => ({ id: boxId(roundId, day, group), ...time, group })),
    );
    const earlier = (round.voting?.boxes ?? []).filter((old) => !opened.some(({ id }) => id === old.id));
    const voting: VoteWindow = { isOpen: true, entries, boxes: [...earlier, ...opened] };
    return {
      output: voting,
      facts: [{ type: 'vote:opened', payload: { roundId, voting } }],
      boxes: [
        ...opened.flatMap(({ id, closesAt: until }) => {
          const multiple = Math.min(perViewer, entries.length);
          const box = {
            change: 'open',
            options: entries.length,
            multiple,
            changeable,
            closesAt: until,
          } as const;
          const aside = { ...box, closesAt: null, isAside: true };
          return [
            { pollId: id, ...box },
            { pollId: asideId(id, 'suspect'), ...aside },
            { pollId: asideId(id, 'unknown'), ...aside },
          ];
        }),
        ...groupBox(round),
      ],
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
  // Boxes beside them stay open: a ballot that got in in time may still be on its way into quarantine.
  boxes: boxes.map((box): BoxChange => ({ pollId: box.id, change: 'close' })),
});

/** Casts a ballot. Whether the box is open and the viewer's first one is decided in the store, in one step. */
export async function castContestVote(
  context: Context,
  actor: Actor,
  { roundId, entryIds, group }: Input<'contest:vote'>,
): Promise<Ballot> {
  if (actor.number === null) fail('FORBIDDEN', 'only viewers vote');
  const viewer = actor.number;
  const { contest, round } = await roundWithVote(context, roundId);
  const voting = round.voting ?? fail('CLOSED', 'SC-11: the vote has not opened');
  const choice = toChoice(round, voting, entryIds);
  for (const entryId of entryIds) refuseUnvotable(contest, entryId);
  const index = groupIndex(round, group);
  if (index !== null) refuseOwn(contest, round.vote.groups[index], entryIds);
  const now = context.clock.now();
  const boxes = voting.boxes.filter((box) => box.group === index && now >= box.opensAt);
  const box = boxes.find(({ closesAt }) => closesAt === null || now < closesAt) ?? boxes.at(-1);
  if (box === undefined) return fail('CLOSED', 'SC-11: the vote has not opened');
  if (index !== null) await joinGroup(context, round, viewer, index);
  const outcome = await context.live.castBallot({ pollId: box.id, viewer, choice });
  if (outcome.status === 'closed') fail('CLOSED', 'SC-11: the vote is closed');
  const optionIds = outcome.choice.flatMap((option) => {
    const entryId = voting.entries[option];
    return entryId === undefined ? [] : [OptionId.parse(entryId)];
  });
  if (outcome.status === 'already')
    fail('ALREADY', 'you voted already', { details: { pollId: box.id, optionIds } });
  if (outcome.status !== 'repeat') await setAside(context, round.id, box.id, viewer, choice, outcome.status);
  return { pollId: box.id, optionIds, repeat: outcome.status === 'repeat' };
}

/** A ballot that is not clean is counted a second time, beside its box: it is in quarantine, and not lost (B4). */
async function setAside(
  { slug, store, live, watch, provenance }: Context,
  roundId: Round['id'],
  box: PollId,
  viewer: number,
  choice: number[],
  status: 'cast' | 'changed',
): Promise<void> {
  const marks = ['suspect', 'unknown'] as const;
  const ids = marks.map((mark) => asideId(box, mark));
  if (status === 'changed') {
    // What was in quarantine stays there, with the new choice.
    const before = await store.readBallots(slug, viewer, ids);
    for (const pollId of before.keys()) await live.castBallot({ pollId, viewer, choice });
    return;
  }
  // A rush is one rush over all groups of a round.
  const found = watch.classify(roundId, provenance);
  if (found !== 'clean') await live.castBallot({ pollId: asideId(box, found), viewer, choice });
}

/** Where the round has groups a viewer is in one of them, and says which (SC-12). */
function groupIndex({ vote: { groups } }: Round, group: string | undefined): number | null {
  if (groups.length === 0) return null;
  const index = groups.indexOf(group ?? '');
  return index === -1 ? fail('INVALID', 'SC-12: group: say which of the round’s groups is yours') : index;
}

/** Once said, a viewer’s group is theirs in this round, whatever comes from whichever device. */
async function joinGroup(context: Context, round: Round, viewer: number, index: number): Promise<void> {
  const outcome = await context.live.castBallot({ pollId: groupBoxId(round.id), viewer, choice: [index] });
  if (outcome.status === 'closed') fail('CLOSED', 'SC-11: the vote is closed');
  if (outcome.status !== 'already') return;
  const group = round.vote.groups[outcome.choice[0] ?? 0];
  fail('ALREADY', `SC-12: you vote with ${group}`, { details: { group } });
}

function refuseOwn(contest: Contest, group: string | undefined, entryIds: readonly ContestantId[]): void {
  const isOwn = ({ id, organisation }: Contest['contestants'][number]): boolean =>
    organisation === group && entryIds.includes(id);
  if (contest.contestants.some(isOwn)) fail('INVALID', 'SC-12: nobody votes for one of their own');
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

/** The days from now on, each with its end; the first begins now. */
function daysOf(from: number, until: number): { day: number; opensAt: number; closesAt: number }[] {
  const days = [];
  for (let opensAt = from; opensAt < until && days.length <= LIMITS.voteDays;) {
    const day = Math.floor((opensAt + ZONE_MS) / DAY_MS);
    const closesAt = Math.min(until, (day + 1) * DAY_MS - ZONE_MS);
    days.push({ day, opensAt, closesAt });
    opensAt = closesAt;
  }
  return days;
}

/** Holds, for each viewer, their group: one, and for good. */
const groupBox = ({ id, vote: { groups } }: Round): BoxChange[] =>
  groups.length === 0
    ? []
    : [
        {
          pollId: groupBoxId(id),
          change: 'open',
          options: Math.max(2, groups.length),
          multiple: 1,
          changeable: false,
          closesAt: null,
          isAside: true,
        },
      ];

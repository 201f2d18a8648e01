import type { Actor } from '#shared/model/actor.ts';
import type { OptionId, PollId } from '#shared/model/ids.ts';
import { OptionId as OptionIdSchema } from '#shared/model/ids.ts';
import type { Ballot, Poll, Tally } from '#shared/model/poll.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import { LIMITS } from '#shared/limits.ts';
import { toTally } from '#shared/rules/tally.ts';
import type { Fact } from '#shared/protocol/updates.ts';
import type { Context } from '../context.ts';
import { fail } from '../lib/app-error.ts';
import type { BoxChange } from '../store/store.ts';

/** Drafts a poll. Options are numbered within it: `<pollId>.0`, `<pollId>.1`, … */
export async function createPoll(
  context: Context,
  actor: Actor,
  input: Input<'poll:create'>,
): Promise<Output<'poll:create'>> {
  if (input.multiple > input.options.length) fail('INVALID', 'multiple: more choices than options');
  if (new Set(input.options).size < input.options.length) fail('INVALID', 'options: two are the same');
  const id = context.ids.poll();
  const poll: Poll = {
    id,
    question: input.question,
    options: input.options.map((label, index) => ({ id: OptionIdSchema.parse(`${id}.${index}`), label })),
    multiple: input.multiple,
    changeable: input.changeable,
    results: input.results,
    status: 'draft',
    closesAfterSeconds: input.closesAfterSeconds ?? null,
    closesAt: null,
    entitled: null,
    tally: null,
  };
  return context.ledger.change(actor, context.command, (state) => {
    if (state.polls.length >= LIMITS.pollsPerEvent)
      fail('INVALID', `an event has at most ${LIMITS.pollsPerEvent} polls`);
    const output = { pollId: poll.id, optionIds: poll.options.map((option) => option.id) };
    return { output, facts: [{ type: 'poll:drafted', payload: { poll } }] };
  });
}

export async function discardPoll(
  context: Context,
  actor: Actor,
  { pollId }: Input<'poll:discard'>,
): Promise<Output<'poll:discard'>> {
  return context.ledger.change(actor, context.command, (state) => {
    const poll = state.polls.find((other) => other.id === pollId);
    if (poll === undefined) return { output: {}, facts: [] };
    if (poll.status !== 'draft') fail('CLOSED', 'only a draft can be discarded');
    return { output: {}, facts: [{ type: 'poll:discarded', payload: { pollId } }] };
  });
}

/** Opens the box. Opening an open poll changes nothing and returns it. */
export async function openPoll(
  context: Context,
  actor: Actor,
  { pollId }: Input<'poll:open'>,
): Promise<Poll> {
  return context.ledger.change(actor, context.command, (state) => {
    const draft = findPoll(state, pollId);
    if (draft.status === 'open') return { output: draft, facts: [] };
    if (draft.status !== 'draft') fail('CLOSED', 'a closed poll does not open again');
    if (state.event.status === 'ended') fail('CLOSED', 'the event has ended');
    const { closesAfterSeconds } = draft;
    const closesAt = closesAfterSeconds === null ? null : context.clock.now() + closesAfterSeconds * 1000;
    const poll: Poll = { ...draft, status: 'open', closesAt };
    return {
      output: poll,
      facts: [{ type: 'poll:opened', payload: { poll } }],
      boxes: [
        {
          pollId,
          change: 'open',
          options: poll.options.length,
          multiple: poll.multiple,
          changeable: poll.changeable,
          closesAt,
        },
      ],
    };
  });
}

/** Closes the box; `entitled` is frozen as the viewers until now. Closing twice changes nothing. */
export async function closePoll(
  context: Context,
  actor: Actor,
  { pollId }: Input<'poll:close'>,
): Promise<Poll> {
  const entitled = await entitledNow(context);
  return context.ledger.change(actor, context.command, (state) => {
    const poll = findPoll(state, pollId);
    if (poll.status === 'draft') fail('CLOSED', 'the poll is not open');
    if (poll.status !== 'open') return { output: poll, facts: [] };
    const closing = closingOf(poll, entitled);
    return { output: { ...poll, status: 'closed', entitled }, ...closing };
  });
}

/** What closing a poll records; ending an event closes all of its open ones the same way. */
export const closingOf = (poll: Poll, entitled: number): { facts: Fact[]; boxes: BoxChange[] } => ({
  facts: [{ type: 'poll:closed', payload: { pollId: poll.id, entitled } }],
  boxes: [{ pollId: poll.id, change: 'close' }],
});

/** The viewers admitted until now: the base of the turnout. */
export async function entitledNow(context: Context): Promise<number> {
  const { unique, online } = await context.live.viewers();
  return Math.max(unique, online);
}

/** Publishes the final tally; the box is closed, so the figure read here is the last one. */
export async function revealPoll(
  context: Context,
  actor: Actor,
  { pollId }: Input<'poll:reveal'>,
): Promise<Poll> {
  return context.ledger.change(actor, context.command, async (state) => {
    const poll = findPoll(state, pollId);
    if (poll.status === 'revealed') return { output: poll, facts: [] };
    if (poll.status !== 'closed') fail('CLOSED', 'close the poll before it is revealed');
    const tally = await readTally(context, poll);
    return {
      output: { ...poll, status: 'revealed', tally },
      facts: [{ type: 'poll:revealed', payload: { pollId, tally } }],
    };
  });
}

/** Casts the viewer's ballot. What can race (open? already voted?) is decided in the store, in one step. */
export async function castVote(context: Context, actor: Actor, input: Input<'poll:vote'>): Promise<Ballot> {
  if (actor.number === null) fail('FORBIDDEN', 'only viewers vote');
  const poll = openedHere(context, input.pollId) ?? (await openedElsewhere(context, input.pollId));
  const choice = toChoice(poll, input.optionIds);
  const outcome = await context.live.castBallot({ pollId: poll.id, viewer: actor.number, choice });
  if (outcome.status === 'closed') fail('CLOSED', 'the poll is closed');
  const optionIds = toOptionIds(poll, outcome.choice);
  if (outcome.status === 'already')
    fail('ALREADY', 'you voted already', { details: { pollId: poll.id, optionIds } });
  return { pollId: poll.id, optionIds, repeat: outcome.status === 'repeat' };
}

const openedHere = ({ ledger }: Context, pollId: PollId): Poll | undefined =>
  ledger.state.polls.find(({ id, status }) => id === pollId && status !== 'draft');

/**
 * A poll that was opened, after a look at the log when this node knows of none, as another may have opened it. Whether
 * it still takes ballots is the box's to say, for a retry of one that is in it has its answer also after the close.
 */
async function openedElsewhere(context: Context, pollId: PollId): Promise<Poll> {
  await context.ledger.refresh();
  const poll = findPoll(context.ledger.state, pollId);
  if (poll.status === 'draft') fail('CLOSED', 'the poll is not open yet');
  return poll;
}

function toChoice(poll: Poll, optionIds: readonly OptionId[]): number[] {
  const indexes = optionIds.map((id) => poll.options.findIndex((option) => option.id === id));
  if (indexes.includes(-1)) fail('INVALID', 'optionIds: an option is not one of this poll');
  const choice = [...new Set(indexes)].toSorted((a, b) => a - b);
  if (choice.length < indexes.length) fail('INVALID', 'optionIds: an option is named twice');
  if (choice.length > poll.multiple) fail('INVALID', `optionIds: at most ${poll.multiple}`);
  return choice;
}

const toOptionIds = (poll: Poll, choice: readonly number[]): OptionId[] =>
  choice.flatMap((index) => poll.options[index]?.id ?? []);

async function readTally(context: Context, poll: Poll): Promise<Tally> {
  const tallies = await context.store.readTallies(context.slug, [poll.id]);
  return toTally(poll, tallies.get(poll.id));
}

function findPoll(state: EventState, pollId: PollId): Poll {
  return state.polls.find((poll) => poll.id === pollId) ?? fail('INVALID', `no poll ${pollId}`);
}

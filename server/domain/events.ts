import type { Actor } from '#shared/model/actor.ts';
import type { EventInfo, EventStatus } from '#shared/model/event.ts';
import { type Input, initialComments } from '#shared/protocol/commands.ts';
import { everyBox } from '#shared/rules/boxes.ts';
import type { Context } from '../context.ts';
import { fail } from '../lib/app-error.ts';
import { closingOfVote } from './contest/votes.ts';
import { closingOf, entitledNow } from './polls.ts';

/** Creates the event this context was opened for; its log is still empty. */
export async function createEvent(
  context: Context,
  actor: Actor,
  input: Input<'event:create'>,
): Promise<EventInfo> {
  if (input.slug !== context.slug) fail('INVALID', 'slug: an event is created under its own address');
  const event: EventInfo = { ...input, comments: initialComments, embedOrigins: [], picture: null };
  return context.ledger.change(actor, context.command, (state) => {
    if (state.event.slug !== '') fail('EXISTS', `an event with the slug ${input.slug} is there already`);
    return { output: event, facts: [{ type: 'event:created', payload: { event } }] };
  });
}

/** Changes the fields that are given; comment settings one by one. */
export async function configureEvent(
  context: Context,
  actor: Actor,
  input: Input<'event:configure'>,
): Promise<EventInfo> {
  const { comments, ...fields } = input;
  return changeEvent(context, actor, (event) => ({
    ...event,
    ...given(fields),
    comments: { ...event.comments, ...given(comments ?? {}) },
  }));
}

export async function scheduleEvent(
  context: Context,
  actor: Actor,
  input: Input<'event:schedule'>,
): Promise<EventInfo> {
  return changeEvent(context, actor, (event) => ({ ...event, ...given(input), status: 'scheduled' }));
}

export const startEvent = async (context: Context, actor: Actor): Promise<EventInfo> =>
  changeEvent(context, actor, (event) => withStatus(event, 'live'));

/** Ends the event and closes every open poll and vote with it. */
export async function endEvent(context: Context, actor: Actor): Promise<EventInfo> {
  const entitled = await entitledNow(context);
  return context.ledger.change(actor, context.command, (state) => {
    const event = withStatus(state.event, 'ended');
    const polls = state.polls.filter((poll) => poll.status === 'open');
    const votes = (state.contest?.rounds ?? []).flatMap(({ id, voting }) =>
      voting?.isOpen ? [closingOfVote(id, voting)] : [],
    );
    const closings = [...polls.map((poll) => closingOf(poll, entitled)), ...votes];
    return {
      output: event,
      facts: [...closings.flatMap((closing) => closing.facts), { type: 'event:changed', payload: { event } }],
      boxes: closings.flatMap((closing) => closing.boxes),
    };
  });
}

/** Deletes a rehearsal. Everyone hears that it is over and leaves; what they left behind goes when they are gone. */
export async function clearEvent(context: Context, actor: Actor): Promise<Record<string, never>> {
  const { event } = context.ledger.state;
  if (event.slug === '') fail('NOT_FOUND', `no event ${context.slug}`);
  if (event.rehearsal !== true) fail('FORBIDDEN', 'only a rehearsal is cleared');
  await context.ledger.change(actor, context.command, () => ({
    output: {},
    facts: [{ type: 'event:cleared', payload: {} }],
  }));
  await context.live.dismissed();
  await context.store.clearEvent(context.slug, everyBox(context.ledger.state));
  return {};
}

const withStatus = (event: EventInfo, status: EventStatus): EventInfo => ({ ...event, status });

function changeEvent(
  context: Context,
  actor: Actor,
  change: (event: EventInfo) => EventInfo,
): Promise<EventInfo> {
  return context.ledger.change(actor, context.command, (state) => {
    const event = change(state.event);
    return { output: event, facts: [{ type: 'event:changed', payload: { event } }] };
  });
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the fields that were left out, so that a spread leaves the old values in place. */
const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;

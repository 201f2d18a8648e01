import { LIMITS } from '#shared/limits.ts';
import type { EventState } from '#shared/model/state.ts';
import { type CommandName, commands, type Output, type RawInput } from '#shared/protocol/commands.ts';
import type { Api } from '../api.ts';

/** A command of the administrator for one event; rejects when it is refused. */
export type Run = <N extends CommandName>(name: N, input: RawInput<N>) => Promise<Output<N>>;

export const runIn =
  (api: Api, slug: string): Run =>
  async (command, input) =>
    (await api.post(`events/${slug}/commands`, { command, input })) as Output<typeof command>;

export const stateOf = async (api: Api, slug: string): Promise<EventState> =>
  ((await api.get(`events/${slug}`)) as { state: EventState }).state;

const SUFFIX = '-rehearsal';

/** Where the rehearsal of an event is found; a rehearsal's is itself. */
export const twinOf = (slug: string): string =>
  slug.endsWith(SUFFIX) ? slug : `${slug.slice(0, LIMITS.slugLength - SUFFIX.length)}${SUFFIX}`;

/**
 * Makes an event's twin by the commands a host would give: what is set up, and nothing that has happened. Whatever the
 * twin calls by other ids is renamed where it is referred to.
 */
export async function makeTwin(api: Api, slug: string): Promise<void> {
  const { event, rundown, polls, contest, desk } = await stateOf(api, slug);
  const run = runIn(api, twinOf(slug));
  const ids = new Map<string, string>();
  const { title, summary, startsAt, stream } = event;
  await run('event:create', {
    slug: twinOf(slug),
    title,
    summary,
    startsAt,
    stream,
    status: 'live',
    rehearsal: true,
  });
  await run('event:configure', only('event:configure', event));
  await run('words:set', only('words:set', desk.words));

  for (const poll of polls) {
    const { question, multiple, changeable, results, closesAfterSeconds } = poll;
    const made = await run('poll:create', {
      question,
      multiple,
      changeable,
      results,
      options: poll.options.map(({ label }) => label),
      ...(closesAfterSeconds !== null && { closesAfterSeconds }),
    });
    ids.set(poll.id, made.pollId);
  }
  const { items } = await run('rundown:set', {
    items: rundown.map(({ title: name, note, plannedSeconds }) => ({ title: name, note, plannedSeconds })),
  });
  for (const [index, { id }] of items.entries()) ids.set(rundown[index]?.id ?? '', id);
  if (contest !== null) await copyContest(run, contest, ids);
}

type Contest = NonNullable<EventState['contest']>;

async function copyContest(run: Run, contest: Contest, ids: Map<string, string>): Promise<void> {
  const { title, judgesShown } = contest;
  await run('contest:setup', { title, judgesShown });
  for (const contestant of contest.contestants) {
    const { id } = await run('contestant:put', omit(contestant, 'id'));
    ids.set(contestant.id, id);
  }
  for (const judge of contest.judges) {
    const { id } = await run('judge:put', omit(judge, 'id'));
    ids.set(judge.id, id);
  }
  for (const conflict of contest.desk.conflicts) await run('judge:conflict', renamed(conflict, ids));
  for (const round of contest.rounds) {
    const { title: name, entries, panel, criteria, vote, rules } = renamed(round, ids);
    const { id: roundId } = await run('round:put', { title: name, entries, panel, criteria, vote });
    ids.set(round.id, roundId);
    await run('round:rules', { roundId, ...renamed(rules, ids) });
    if (round.status !== 'draft') await run('round:open', { roundId });
  }
}

/** Of a record, what a command takes. */
function only<N extends 'event:configure' | 'words:set'>(name: N, record: object): RawInput<N> {
  const taken = Object.keys(commands[name].input.shape);
  return Object.fromEntries(Object.entries(record).filter(([key]) => taken.includes(key))) as RawInput<N>;
}

const omit = <T extends object, K extends keyof T>(record: T, name: K): Omit<T, K> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name)) as Omit<T, K>;

/** The same value, with every id by its new name. */
const renamed = <T>(value: T, ids: ReadonlyMap<string, string>): T =>
  JSON.parse(JSON.stringify(value), (_key, inner: unknown) =>
    typeof inner === 'string' ? (ids.get(inner) ?? inner) : inner,
  ) as T;

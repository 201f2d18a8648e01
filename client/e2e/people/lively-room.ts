import type { RawInput } from '#shared/protocol/commands.ts';
import type { OptionId, PollId } from '#shared/model/ids.ts';
import { type Show, startShow } from '../harness/show.ts';
import { type Crowd, gatherCrowd } from './crowd.ts';
import type { Room } from './room.ts';

const DAY_MS = 86_400_000;

/** Everybody has come, said something and voted; the poll is still open. */
export type LivelyRoom = Show & { room: Room; crowd: Crowd; pollId: PollId };

export async function openRoom(
  room: Room,
  stream: RawInput<'event:create'>['stream'] = { kind: 'none' },
): Promise<LivelyRoom> {
  await using opening = new AsyncDisposableStack();
  const show = opening.use(await startShow('embedded', room.slug));
  for (const other of room.others) await announce(show, other);
  const { slug, title, summary, rundown } = room;
  await show.run('event:create', { slug, title, summary, stream, status: 'live' });
  await show.run('rundown:set', { items: [...rundown] });
  await show.run('rundown:go', {});
  await show.run('rundown:go', {});

  const crowd = opening.use(await gatherCrowd(show.nodes[0].url, slug, room.names.length));
  await speak({ room, crowd }, { from: 0 });
  const { question, options } = room.poll;
  const { pollId, optionIds } = await show.run('poll:create', { question, options: [...options] });
  await show.run('poll:open', { pollId });
  await crowd.all('poll:vote', (index) => ({ pollId, optionIds: [choiceOf(optionIds, index)] }));
  await crowd.all('reaction:send', (index) => ({
    kind: index % 3 === 0 ? 'applause' : index % 3 === 1 ? 'heart' : 'flower',
    count: 3 + (index % 7),
  }));
  const opened = opening.move();
  return { ...show, room, crowd, pollId, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

type Talk = { from: number; half?: number };

/** Each says a line of the room, beginning with `from`; only every second one when a half is named. */
export const speak = (
  { room, crowd }: Pick<LivelyRoom, 'room' | 'crowd'>,
  { from, half }: Talk,
): Promise<void> =>
  crowd.all(
    'comment:post',
    (index) => ({
      text: room.lines[(from + index) % room.lines.length] ?? '',
      nickname: room.names[index] ?? '',
    }),
    (index) => half === undefined || index % 2 === half,
  );

async function announce(show: Show, { slug, title, summary, inDays }: Room['others'][number]): Promise<void> {
  const startsAt = Date.now() + inDays * DAY_MS;
  const status = inDays < 0 ? 'live' : 'scheduled';
  await show.run('event:create', { slug, title, summary, startsAt, status }, slug);
  if (inDays < 0) await show.run('event:end', {}, slug);
}

/** Of fifteen votes the first option gets eight, each that follows half as many. */
const choiceOf = (options: readonly OptionId[], index: number): OptionId =>
  options[Math.max(0, options.length - 1 - Math.floor(Math.log2(1 + (index % 15))))] as OptionId;

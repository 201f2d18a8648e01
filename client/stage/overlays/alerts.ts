import type { EventState } from '#shared/model/state.ts';
import type { Scene } from '#shared/model/stage.ts';

/** What is worth a moment over the video. */
export type Alert =
  | { kind: 'announcement'; key: string; title: string; text: string }
  | { kind: 'comment'; key: string; title: string; text: string }
  | { kind: 'item'; key: string; title: string; text: string }
  | { kind: 'pollOpened'; key: string; title: string; text: string }
  | { kind: 'pollRevealed'; key: string; title: string; text: string };

export type Moment = Pick<EventState, 'pinned' | 'rundown' | 'polls' | 'announcement'> & { scene: Scene };

/** Waiting beyond this many is too late to be news. */
const WAITING = 3;

/** What has happened between two states of one evening, in the order in which it is told. */
export function alertsBetween(before: Moment, after: Moment): Alert[] {
  return [
    ...(before.scene === after.scene ? [] : announced(after.scene)),
    ...(before.announcement === after.announcement ? [] : said(after)),
    ...(before.pinned?.id === after.pinned?.id ? [] : pinned(after)),
    ...(before.rundown === after.rundown ? [] : begun(before, after)),
    ...(before.polls === after.polls ? [] : polled(before, after)),
  ];
}

/** The first is the one that is shown; of those that wait, the oldest give way. */
export function enqueue(list: readonly Alert[], more: readonly Alert[]): readonly Alert[] {
  const [shown, ...waiting] = [...list, ...more];
  return shown === undefined ? list : [shown, ...waiting.slice(-WAITING)];
}

const announced = (scene: Scene): Alert[] =>
  scene.scene === 'announcement'
    ? [{ kind: 'announcement', key: `a ${scene.title} ${scene.text}`, title: scene.title, text: scene.text }]
    : [];

const said = ({ announcement }: Moment): Alert[] =>
  announcement
    ? [{ kind: 'announcement', key: `n ${announcement.at}`, title: '', text: announcement.text }]
    : [];

const pinned = ({ pinned: pin }: Moment): Alert[] =>
  pin ? [{ kind: 'comment', key: `c ${pin.id}`, title: pin.author.name, text: pin.text }] : [];

function begun(before: Moment, after: Moment): Alert[] {
  const live = after.rundown.find(({ status }) => status === 'live');
  const wasLive = before.rundown.find(({ status }) => status === 'live');
  if (!live || live.id === wasLive?.id) return [];
  return [{ kind: 'item', key: `i ${live.id}`, title: live.title, text: live.note }];
}

function polled(before: Moment, after: Moment): Alert[] {
  return after.polls.flatMap((poll): Alert[] => {
    const was = before.polls.find(({ id }) => id === poll.id)?.status;
    if (was === poll.status || (poll.status !== 'open' && poll.status !== 'revealed')) return [];
    const kind = poll.status === 'open' ? 'pollOpened' : 'pollRevealed';
    return [{ kind, key: `p ${poll.id} ${poll.status}`, title: '', text: poll.question }];
  });
}

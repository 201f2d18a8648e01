import { LIMITS } from '../limits.ts';
import type { DeskAct } from '../model/desk.ts';
import type { EventInfo, RundownItem } from '../model/event.ts';
import type { ActorId } from '../model/ids.ts';
import type { EventState } from '../model/state.ts';
import type { ToldFact } from '../protocol/updates.ts';

/** Acts that would only fill the line: they belong to another act, or are bookkeeping. */
const UNSAID: ReadonlySet<string> = new Set([
  'comment:hidden',
  'comment:claimed',
  'poll:drafted',
  'cues:changed',
]);
const MAX_ABOUT = 60;

/** The state with one more act of the desk, when the fact says who did it (it says so to the desk alone). */
export function withAct(before: EventState, fact: ToldFact, after: EventState): EventState {
  if (!fact.name || !fact.by || fact.at === undefined || UNSAID.has(fact.type)) return after;
  const act: DeskAct = {
    at: fact.at,
    by: fact.by as ActorId,
    name: fact.name,
    type: fact.type,
    about: aboutOf(before, fact).slice(0, MAX_ABOUT),
  };
  return { ...after, desk: { ...after.desk, acts: [...after.desk.acts, act].slice(-LIMITS.deskActs) } };
}

/** To what it was done, in the words of the show; for settings, the one that changed. */
function aboutOf(before: EventState, fact: ToldFact): string {
  const question = (id: string): string => before.polls.find((poll) => poll.id === id)?.question ?? '';
  switch (fact.type) {
    case 'event:changed':
      return changeOf(before.event, fact.payload.event);
    case 'rundown:changed':
      return liveOf(fact.payload.items)?.id === liveOf(before.rundown)?.id
        ? ''
        : (liveOf(fact.payload.items)?.title ?? '');
    case 'poll:opened':
      return fact.payload.poll.question;
    case 'poll:closed':
    case 'poll:revealed':
    case 'poll:discarded':
      return question(fact.payload.pollId);
    case 'comment:withdrawn':
    case 'comment:restored':
    case 'comment:pinned':
    case 'comment:held':
      return fact.payload.comment.text;
    case 'comment:approved':
    case 'comment:rejected':
      return fact.payload.text;
    case 'viewer:muted':
      return fact.payload.mute.name || fact.payload.mute.viewerId;
    case 'viewer:unmuted':
      return before.desk.mutes.find(({ viewerId }) => viewerId === fact.payload.viewerId)?.name ?? '';
    case 'announcement:made':
      return fact.payload.announcement.text;
    case 'wall:cleared':
      return fact.payload.until === 0 ? 'restored' : '';
    default:
      return '';
  }
}

const liveOf = (items: readonly RundownItem[]): RundownItem | undefined =>
  items.find(({ status }) => status === 'live');

/** The setting that changed, as `name value`; `settings` when it is none of those that matter during a show. */
function changeOf(before: EventInfo, after: EventInfo): string {
  const [was, is] = [before.comments, after.comments];
  if (before.status !== after.status) return `status ${after.status}`;
  if (was.open !== is.open) return `open ${is.open ? 'yes' : 'no'}`;
  if (was.mode !== is.mode) return `mode ${is.mode}`;
  if (was.delaySeconds !== is.delaySeconds) return `delay ${is.delaySeconds}`;
  if (was.slowModeSeconds !== is.slowModeSeconds) return `slow ${is.slowModeSeconds}`;
  return 'settings';
}

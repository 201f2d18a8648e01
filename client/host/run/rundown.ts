import { LIMITS } from '#shared/limits.ts';
import type { Cue } from '#shared/model/desk.ts';
import type { RundownItem } from '#shared/model/event.ts';
import type { ItemId } from '#shared/model/ids.ts';
import type { RawInput } from '#shared/protocol/commands.ts';

/** The item that `rundown:go` takes next: the first planned one after the live one. */
export function nextItem(items: readonly RundownItem[]): RundownItem | null {
  const live = items.findIndex((item) => item.status === 'live');
  return items.find((item, index) => index > live && item.status === 'planned') ?? null;
}

type Without<C> = C extends unknown ? Omit<C, 'itemId'> : never;
/** A cue as it is being edited: whose it is, its place says. */
export type DraftCue = Without<Cue>;

/** An item as it is being edited; a new one has its id from the start, so that its cues can name it. */
export type DraftItem = { id: ItemId; title: string; note: string; minutes: string; cues: DraftCue[] };

export const toDraft = (items: readonly RundownItem[], cues: readonly Cue[]): DraftItem[] =>
  items.map(({ id, title, note, plannedSeconds }) => ({
    id,
    title,
    note,
    minutes: plannedSeconds === null ? '' : String(Math.round(plannedSeconds / 6) / 10),
    cues: cues.flatMap(({ itemId, ...cue }) => (itemId === id ? [cue] : [])),
  }));

/** Items without a title are not there; minutes that are none are left open. */
export function toInput(draft: readonly DraftItem[]): RawInput<'rundown:set'> {
  const items = draft.filter((item) => item.title.trim() !== '').slice(0, LIMITS.rundownItems);
  return {
    items: items.map(({ id, title, note, minutes }) => ({
      id,
      title,
      note,
      plannedSeconds: secondsOf(minutes),
    })),
    cues: items.flatMap(({ id, cues }) => cues.map((cue) => ({ ...cue, itemId: id }))),
  };
}

const DAY_SECONDS = 86_400;

function secondsOf(minutes: string): number | null {
  const seconds = Math.round(Number(minutes.replace(',', '.')) * 60);
  return minutes.trim() === '' || !Number.isFinite(seconds) || seconds < 0 || seconds > DAY_SECONDS
    ? null
    : seconds;
}

/** The list with one item moved up (-1) or down (1). */
export function moved<T>(items: readonly T[], index: number, step: -1 | 1): T[] {
  const next = [...items];
  const [item] = next.splice(index, 1);
  if (item !== undefined) next.splice(Math.max(0, index + step), 0, item);
  return next;
}

/** Whole seconds an item has taken, until now or until its end; null before it began. */
export const takenSeconds = ({ startedAt, endedAt }: RundownItem, now: number): number | null =>
  startedAt === null ? null : Math.max(0, Math.round(((endedAt ?? now) - startedAt) / 1_000));

/** Seconds over (or, negative, under) what was planned. While an item is on, only what it is over counts. */
export function overSeconds(item: RundownItem, now: number): number | null {
  const taken = takenSeconds(item, now);
  if (taken === null || item.plannedSeconds === null) return null;
  const over = taken - item.plannedSeconds;
  return item.status === 'live' ? Math.max(0, over) : over;
}

/** How far the show is behind its plan (or, negative, ahead of it), of all items that had a plan. */
export const showOver = (items: readonly RundownItem[], now: number): number | null => {
  const overs = items
    .filter(({ status }) => status !== 'planned')
    .flatMap((item) => overSeconds(item, now) ?? []);
  return overs.length === 0 ? null : overs.reduce((sum, over) => sum + over, 0);
};

import { LIMITS } from '#shared/limits.ts';
import type { RundownItem } from '#shared/model/event.ts';
import type { ItemId } from '#shared/model/ids.ts';
import type { RawInput } from '#shared/protocol/commands.ts';

/** The item that `rundown:go` takes next: the first planned one after the live one. */
export function nextItem(items: readonly RundownItem[]): RundownItem | null {
  const live = items.findIndex((item) => item.status === 'live');
  return items.find((item, index) => index > live && item.status === 'planned') ?? null;
}

/** An item as it is being edited; `key` is for the list alone. */
export type DraftItem = { key: string; id: ItemId | null; title: string; note: string; minutes: string };

export const toDraft = (items: readonly RundownItem[]): DraftItem[] =>
  items.map(({ id, title, note, plannedSeconds }) => ({
    key: id,
    id,
    title,
    note,
    minutes: plannedSeconds === null ? '' : String(Math.round(plannedSeconds / 6) / 10),
  }));

/** Items without a title are not there; minutes that are none are left open. */
export const toInput = (draft: readonly DraftItem[]): RawInput<'rundown:set'> => ({
  items: draft
    .filter((item) => item.title.trim() !== '')
    .slice(0, LIMITS.rundownItems)
    .map(({ id, title, note, minutes }) => ({
      ...(id && { id }),
      title,
      note,
      plannedSeconds: secondsOf(minutes),
    })),
});

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

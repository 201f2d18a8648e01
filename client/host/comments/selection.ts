/** Where the eye of a moderator is: an id, and its place, for when the id is gone. */
export type Selection = { id: string; index: number } | null;

/** The id that is selected now. When the selected one is gone, the one that took its place is. */
export function selectedId(selection: Selection, ids: readonly string[]): string | null {
  if (selection === null || ids.length === 0) return null;
  if (ids.includes(selection.id)) return selection.id;
  return ids[Math.min(selection.index, ids.length - 1)] ?? null;
}

/** The selection one step on; from nowhere, the first. */
export function stepped(selection: Selection, ids: readonly string[], step: -1 | 1): Selection {
  const current = selectedId(selection, ids);
  const at = current === null ? -1 : ids.indexOf(current);
  const index = at === -1 ? 0 : Math.min(Math.max(at + step, 0), ids.length - 1);
  const id = ids[index];
  return id === undefined ? null : { id, index };
}

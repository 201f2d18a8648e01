import { type FocusEvent, useState } from 'react';
import { useKeys } from '../../ui/parts/use-keys.ts';
import { type DeskAction, deskActionOf } from '../parts/desk-keys.ts';
import { type Selection, selectedId, stepped } from './selection.ts';

export const rowId = (id: string): string => `row-${id}`;

type Handlers = Partial<Record<Exclude<DeskAction, 'next' | 'previous'>, (id: string) => void>>;

/** A list worked by keys: J and K move, the other keys act on the row that is selected. */
export function useDeskList(ids: readonly string[], handlers: Handlers, startsWithFirst = false) {
  const [selection, setSelection] = useState<Selection>(null);
  const first = ids[0];
  const effective: Selection = selection ?? (startsWithFirst && first ? { id: first, index: 0 } : null);
  const selected = selectedId(effective, ids);

  useKeys((event) => {
    const action = deskActionOf(event);
    if (action === null) return;
    if (action === 'next' || action === 'previous') {
      const next = stepped(effective, ids, action === 'next' ? 1 : -1);
      setSelection(next);
      if (next) document.getElementById(rowId(next.id))?.focus();
      event.preventDefault();
    } else if (selected !== null && handlers[action]) {
      const at = { id: selected, index: ids.indexOf(selected) };
      // A decided row is about to leave: the next key, however soon, is for the row after it.
      setSelection(action === 'approve' || action === 'reject' ? stepped(at, ids, 1) : at);
      handlers[action](selected);
      event.preventDefault();
    }
  });

  return {
    selected,
    /** For the list: focus anywhere in a row selects it. */
    focus: {
      onFocus({ target }: FocusEvent): void {
        const id = target.closest('li')?.id.slice(rowId('').length);
        if (id && id !== selected) setSelection({ id, index: ids.indexOf(id) });
      },
    },
  };
}

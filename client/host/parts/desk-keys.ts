import { useKeys } from '../../ui/parts/use-keys.ts';

export type DeskAction = 'next' | 'previous' | 'approve' | 'reject' | 'pin' | 'author';

/** D and R say no: to what is shown, to what is on its way, to what waits. */
const ACTIONS: Record<string, DeskAction> = {
  j: 'next',
  k: 'previous',
  a: 'approve',
  d: 'reject',
  r: 'reject',
  p: 'pin',
  t: 'author',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'> & {
  target: EventTarget | null;
};

/** Keys are the desk's unless someone is writing, a dialog is open, or the browser has a use for them. */
export function isForDesk({
  ctrlKey,
  metaKey,
  altKey,
  isComposing,
  target,
}: Omit<Pressed, 'shiftKey'>): boolean {
  if (ctrlKey || metaKey || altKey || isComposing) return false;
  if (document.querySelector('[role="dialog"]')) return false;
  return !(target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]'));
}

export const deskActionOf = (event: Pressed): DeskAction | null =>
  isForDesk(event) && !event.shiftKey ? (ACTIONS[event.key.toLowerCase()] ?? null) : null;

/** Does something when a key is pressed at the desk; `Shift+P` is the key P with Shift. */
export function useDeskKey(name: string, does: (() => void) | null): void {
  const [, shift, key = ''] = /^(Shift\+)?(.+)$/.exec(name) ?? [];
  useKeys((event) => {
    const isIt =
      event.key.toLowerCase() === key.toLowerCase() && (key === '?' || event.shiftKey === Boolean(shift));
    if (!isIt || event.repeat || does === null || !isForDesk(event)) return;
    event.preventDefault();
    does();
  });
}

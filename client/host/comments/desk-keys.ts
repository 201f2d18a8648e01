export type DeskAction = 'next' | 'previous' | 'approve' | 'reject' | 'hide' | 'pin' | 'author';

const ACTIONS: Record<string, DeskAction> = {
  j: 'next',
  k: 'previous',
  a: 'approve',
  r: 'reject',
  d: 'hide',
  p: 'pin',
  t: 'author',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'> & {
  target: EventTarget | null;
};

/** Keys are the desk's unless someone is writing, a dialog is open, or the browser has a use for them. */
export function isForDesk({ ctrlKey, metaKey, altKey, isComposing, target }: Pressed): boolean {
  if (ctrlKey || metaKey || altKey || isComposing) return false;
  if (document.querySelector('[role="dialog"]')) return false;
  return !(target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]'));
}

export const deskActionOf = (event: Pressed): DeskAction | null =>
  isForDesk(event) ? (ACTIONS[event.key.toLowerCase()] ?? null) : null;

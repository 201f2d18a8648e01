import { useLayoutEffect, useRef } from 'react';

/**
 * Hears keys wherever the focus is. Before the change is painted, so that no key, however soon it follows, meets what
 * the page was before.
 */
export function useKeys(onKeyDown: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKeyDown);
  useLayoutEffect(() => {
    latest.current = onKeyDown;
  });
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => latest.current(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useReducedMotion } from '../../ui/live/use-media.ts';

const ENTER_MS = 600;

/** What changes comes in from the left; what is there when the page is loaded is simply there. */
export function useEntrance<E extends HTMLElement>(key: string | null): RefObject<E | null> {
  const element = useRef<E>(null);
  const before = useRef<string | null | undefined>(undefined);
  const isReduced = useReducedMotion();
  useLayoutEffect(() => {
    const isChange = before.current !== undefined && before.current !== key;
    before.current = key;
    if (!isChange) return;
    const move = isReduced ? 'none' : 'translateX(-3%)';
    element.current?.animate?.(
      [
        { opacity: 0, transform: move },
        { opacity: 1, transform: 'none' },
      ],
      { duration: ENTER_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
    );
  }, [key, isReduced]);
  return element;
}

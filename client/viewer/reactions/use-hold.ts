import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';

/** Longer than a tap, shorter than impatience. */
const STARTS_AFTER_MS = 400;
/** Eight a second: far below what one batch may carry, whatever the pace of batches. */
const EVERY_MS = 125;

/**
 * A button that goes on while it is held, by finger, mouse or key. A short press is one click as ever, also for those
 * whose device clicks for them; the click at the end of a hold is none.
 */
export function useHold(onTap: () => void) {
  const tap = useRef(onTap);
  useLayoutEffect(() => {
    tap.current = onTap;
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasHeld = useRef(false);
  const keyAt = useRef(0);

  const stop = (): void => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  const release = (): void => {
    stop();
    wasHeld.current = false;
  };
  const again = (): void => {
    wasHeld.current = true;
    tap.current();
    timer.current = setTimeout(again, EVERY_MS);
  };

  return {
    onPointerDown({ button }: PointerEvent): void {
      release();
      if (button === 0) timer.current = setTimeout(again, STARTS_AFTER_MS);
    },
    onPointerUp: stop,
    onPointerCancel: release,
    // Dragged away there will be no click; a lifted finger leaves as well, and its click is still to come.
    onPointerLeave: ({ buttons }: PointerEvent): void => (buttons === 0 ? stop() : release()),
    onContextMenu(event: MouseEvent): void {
      if (wasHeld.current) event.preventDefault();
    },
    onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      if (!event.repeat) return release();
      event.preventDefault(); // Enter would click as fast as the keyboard repeats
      if (performance.now() - keyAt.current < EVERY_MS) return;
      keyAt.current = performance.now();
      wasHeld.current = true;
      tap.current();
    },
    onBlur: release,
    onClick(): void {
      if (!wasHeld.current) tap.current();
      release();
    },
  };
}

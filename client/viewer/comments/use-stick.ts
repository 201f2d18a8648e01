import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CommentRow } from '../../sdk/index.ts';
import { useClient } from '../../ui/live/client-context.ts';

/** Nearer to the end than this counts as being there. */
const NEAR_PX = 80;

type Rows = readonly CommentRow[];

/**
 * Stays at the end of a list that grows. Once its reader scrolls away the list stands still, but for what is taken
 * back, and what comes is counted; returning to the end, or an own comment, sets it going again.
 */
export function useStick(rows: Rows) {
  const client = useClient();
  const list = useRef<HTMLDivElement>(null);
  const height = useRef(0);
  const [held, setHeld] = useState<Rows | null>(null);
  const fresh = held ? rowsAfter(rows, held[held.length - 1]?.key) : [];
  const isHeld = held !== null && !fresh.some((row) => row.isOwn);
  const shown = isHeld ? held : rows;

  const toEnd = (): void => {
    setHeld(null);
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  };
  const onScroll = (): void => {
    if (list.current) setHeld(isNearEnd(list.current, list.current.scrollHeight) ? null : (held ?? shown));
  };

  useLayoutEffect(() => {
    const element = list.current;
    if (!element || isHeld) return;
    // Measured against the height before these rows came: the reader may have scrolled since the last event.
    const { scrollHeight } = element;
    const wasAtEnd = isNearEnd(element, Math.min(height.current, scrollHeight));
    if (wasAtEnd || held) element.scrollTop = scrollHeight;
    height.current = scrollHeight;
  });

  // A dock that opens above, or a keyboard below, takes room from a list that nobody scrolled.
  useEffect(() => {
    const element = list.current;
    if (!element || isHeld || typeof ResizeObserver === 'undefined') return undefined;
    const watcher = new ResizeObserver(() => {
      element.scrollTop = element.scrollHeight;
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [isHeld]);

  useEffect(
    () =>
      client.listen({ onHidden: (id) => setHeld((kept) => kept?.filter((row) => row.id !== id) ?? null) }),
    [client],
  );

  return { list, shown, unseen: isHeld ? fresh.length : 0, toEnd, onScroll };
}

const isNearEnd = (element: HTMLElement, height: number): boolean =>
  height - element.scrollTop - element.clientHeight < NEAR_PX;

const rowsAfter = (rows: Rows, key: string | undefined): Rows =>
  rows.slice(rows.findIndex((row) => row.key === key) + 1);

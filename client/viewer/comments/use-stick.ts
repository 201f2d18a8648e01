import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Nearer to the end than this counts as being there. */
const NEAR_PX = 80;

type Keyed = { key: string; isOwn: boolean };

/**
 * Stays at the end of a list that grows, until its reader scrolls away; then what is read stays put, and what comes
 * is counted. The reader's own line always brings the end back.
 */
export function useStick(rows: readonly Keyed[]) {
  const list = useRef<HTMLDivElement>(null);
  const [unseen, setUnseen] = useState(0);
  const isStuck = useRef(true);
  const anchor = useRef<{ element: Element; top: number } | null>(null);
  const lastKey = useRef<string | undefined>(undefined);

  const toEnd = useCallback(() => {
    const element = list.current;
    if (element) element.scrollTop = element.scrollHeight;
    isStuck.current = true;
    setUnseen(0);
  }, []);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const seen = rows.findIndex((row) => row.key === lastKey.current);
    const fresh = rows.slice(seen + 1);
    lastKey.current = rows[rows.length - 1]?.key;
    if (isStuck.current || fresh.some((row) => row.isOwn)) {
      element.scrollTop = element.scrollHeight;
      isStuck.current = true;
      setUnseen(0);
      return;
    }
    setUnseen((count) => Math.min(rows.length, count + fresh.length));
    if (anchor.current?.element.isConnected) {
      element.scrollTop += topOf(anchor.current.element) - anchor.current.top;
    }
  }, [rows]);

  const onScroll = useCallback(() => {
    const element = list.current;
    if (!element) return;
    isStuck.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
    if (isStuck.current) setUnseen(0);
    const first = [...element.querySelectorAll('li')].find((row) => topOf(row) >= topOf(element));
    anchor.current = first ? { element: first, top: topOf(first) } : null;
  }, []);

  return { list, unseen, toEnd, onScroll };
}

const topOf = (element: Element): number => element.getBoundingClientRect().top;

import { type RefObject, useEffect, useRef } from 'react';
import type { Tell } from './bridge.ts';

const SETTLE_MS = 80;

/** Tells the page around how high this is, whenever that changes and `isGrowing`: the frame can be made to fit. */
export function useReportHeight(tell: Tell, isGrowing: boolean): RefObject<HTMLDivElement | null> {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = content.current;
    if (!element || !isGrowing) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watcher = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => tell('resize', { height: Math.ceil(element.offsetHeight) }), SETTLE_MS);
    });
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      clearTimeout(timer);
    };
  }, [tell, isGrowing]);
  return content;
}

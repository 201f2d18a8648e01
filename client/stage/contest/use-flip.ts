import { type RefObject, useLayoutEffect, useRef } from 'react';
import { movesOf, newIn, type Point } from '../../ui/contest/flip.ts';
import { useReducedMotion } from '../../ui/live/use-media.ts';
import { play } from './arrival.ts';

const SLIDE_MS = 900;

type Picture = { size: string; points: Map<string, Point> };

/**
 * Lets the children that carry `data-flip` slide to their new places when their order changes; who is new fades in. A wall
 * that was resized in between, and a page that is loaded, stand still.
 */
export function useFlip<E extends HTMLElement>(): RefObject<E | null> {
  const list = useRef<E>(null);
  const before = useRef<Picture | null>(null);
  const isReduced = useReducedMotion();
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const last = before.current;
    const now = pictureOf(element);
    before.current = now;
    if (!last || last.size !== now.size) return;
    const rows = new Map(rowsOf(element));
    for (const { key, dx, dy } of movesOf(last.points, now.points)) {
      const from = isReduced ? { opacity: 0 } : { transform: `translate(${dx}px, ${dy}px)` };
      const row = rows.get(key);
      if (row) play(row, [from, {}], { duration: SLIDE_MS });
    }
    for (const key of newIn(last.points, now.points)) {
      const row = rows.get(key);
      if (row) play(row, [{ opacity: 0 }, {}], { duration: SLIDE_MS });
    }
  });
  return list;
}

const rowsOf = (list: HTMLElement): [string, HTMLElement][] =>
  [...list.querySelectorAll<HTMLElement>('[data-flip]')].map((row) => [row.dataset['flip'] ?? '', row]);

/** Places as laid out, which a slide that is still under way does not change. */
const pictureOf = (list: HTMLElement): Picture => ({
  size: `${list.offsetWidth} ${list.offsetHeight}`,
  points: new Map(rowsOf(list).map(([key, row]) => [key, { x: row.offsetLeft, y: row.offsetTop }])),
});

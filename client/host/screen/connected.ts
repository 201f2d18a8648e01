import type { ScreenPresence } from '#shared/model/screen.ts';

export type Connected = ScreenPresence & { id: string };

const isLost = ({ lostAt }: ScreenPresence): boolean => lostAt !== null;

/** The stage pages as the desk reads them: what was lost first, then by screen, the whole picture before what lies over it. */
export function connectedPages(pages: Record<string, ScreenPresence>): Connected[] {
  return Object.entries(pages)
    .map(([id, page]) => ({ id, ...page }))
    .toSorted(
      (a, b) =>
        Number(isLost(b)) - Number(isLost(a)) ||
        order(a.screen, b.screen) ||
        order(a.overlay ?? '', b.overlay ?? '') ||
        a.since - b.since,
    );
}

export const lostCount = (pages: Record<string, ScreenPresence>): number =>
  Object.values(pages).filter(isLost).length;

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

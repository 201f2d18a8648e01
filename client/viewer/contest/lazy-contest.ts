import { lazy } from 'react';

/** The contest's code is fetched when an event has a contest, and by nobody else. */
export const LazyContestPanel = lazy(async () => ({
  default: (await import('./ContestPanel.tsx')).ContestPanel,
}));
export const LazyContestDock = lazy(async () => ({
  default: (await import('./ContestDock.tsx')).ContestDock,
}));

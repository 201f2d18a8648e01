import { lazy } from 'react';

/** The result page's code, for those alone who open one. */
export const LazyResultPage = lazy(async () => ({ default: (await import('./ResultPage.tsx')).ResultPage }));

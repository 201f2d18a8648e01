import type { EventInfo } from '#shared/model/event.ts';
import type { ViewerCounts } from '#shared/model/gauges.ts';
import { createStore } from '../sdk/store.ts';

/** By slug; an event that has not begun has none. */
export type CountsOf = Partial<Record<string, ViewerCounts>>;

/** `isStale`: the last look failed, so what is shown may be out of date. */
export type Listing =
  | { phase: 'loading' }
  | { phase: 'failed' }
  | { phase: 'shown'; events: readonly EventInfo[]; counts: CountsOf; isStale: boolean };

export type EventList = ReturnType<typeof createEventList>;

const REFRESH_MS = 30_000;

/** All announced events, looked up when the page opens, whenever someone comes back to it, and every half minute. */
export function createEventList(load: () => Promise<Loaded> = loadEvents) {
  const store = createStore<{ listing: Listing }>({ listing: { phase: 'loading' } });
  let timer: ReturnType<typeof setInterval> | undefined;

  const refresh = async (): Promise<void> => {
    try {
      const { events, figures: counts = {} } = await load();
      store.set({ listing: { phase: 'shown', events, counts, isStale: false } });
    } catch {
      // Offline or no server: what is known stays, and says that it may be old.
      const { listing } = store.getSnapshot();
      store.set({
        listing: listing.phase === 'shown' ? { ...listing, isStale: true } : { phase: 'failed' },
      });
    }
  };
  const look = (): void => {
    if (document.visibilityState === 'visible') void refresh();
  };

  return {
    getSnapshot: () => store.getSnapshot().listing,
    subscribe: store.subscribe,
    refresh,
    start(): () => void {
      void refresh();
      timer = setInterval(look, REFRESH_MS);
      document.addEventListener('visibilitychange', look);
      window.addEventListener('focus', look);
      return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', look);
        window.removeEventListener('focus', look);
      };
    },
  };
}

type Loaded = { events: readonly EventInfo[]; figures?: CountsOf };

async function loadEvents(): Promise<Loaded> {
  const response = await fetch('/api/v1/events', { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as Loaded;
}

import { useCallback, useSyncExternalStore } from 'react';
import { useClient } from './client-context.ts';

/** The server's time in whole steps of `everyMs`, looked at again with every step. */
export function useNow(everyMs = 1_000): number {
  const client = useClient();
  return useTicking(everyMs, () => Math.floor(client.now() / everyMs) * everyMs);
}

/** Whole seconds left until a moment of the server's clock; null when there is no such moment, 0 once it is past. */
export function useCountdown(until: number | null): number | null {
  const client = useClient();
  return useTicking(until === null ? null : 200, () =>
    until === null ? null : Math.max(0, Math.ceil((until - client.now()) / 1_000)),
  );
}

function useTicking<T extends number | null>(everyMs: number | null, read: () => T): T {
  const subscribe = useCallback(
    (listener: () => void) => {
      if (everyMs === null) return () => {};
      const timer = setInterval(listener, everyMs);
      return () => clearInterval(timer);
    },
    [everyMs],
  );
  return useSyncExternalStore(subscribe, read);
}

import { useCallback, useSyncExternalStore } from 'react';
import { useClient } from './client-context.ts';

/** The server's time in whole steps of `everyMs`, looked at again with every step. */
export function useNow(everyMs = 1_000): number {
  return useSteps(everyMs) ?? 0;
}

/** Whole seconds left until a moment of the server's clock; null when there is no such moment, 0 once it is past. */
export function useCountdown(until: number | null): number | null {
  const now = useSteps(until === null ? null : 250);
  return until === null || now === null ? null : Math.max(0, Math.ceil((until - now) / 1_000));
}

function useSteps(everyMs: number | null): number | null {
  const client = useClient();
  const subscribe = useCallback(
    (listener: () => void) => {
      if (everyMs === null) return () => {};
      const timer = setInterval(listener, everyMs);
      return () => clearInterval(timer);
    },
    [everyMs],
  );
  return useSyncExternalStore(subscribe, () =>
    everyMs === null ? null : Math.floor(client.now() / everyMs) * everyMs,
  );
}

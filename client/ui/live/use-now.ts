import { useEffect, useState } from 'react';
import { useClient } from './client-context.ts';

/** The server's time, looked at again every so often; null `everyMs` stops looking. */
export function useNow(everyMs: number | null = 1_000): number {
  const client = useClient();
  const [now, setNow] = useState(() => client.now());
  useEffect(() => {
    setNow(client.now());
    if (everyMs === null) return undefined;
    const timer = setInterval(() => setNow(client.now()), everyMs);
    return () => clearInterval(timer);
  }, [client, everyMs]);
  return now;
}

/** Whole seconds left until a moment of the server's clock; null when there is no such moment, 0 once it is past. */
export function useCountdown(until: number | null): number | null {
  const now = useNow(until === null ? null : 250);
  return until === null ? null : Math.max(0, Math.ceil((until - now) / 1_000));
}

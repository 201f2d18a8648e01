import { useCallback, useEffect, useState } from 'react';
import type { Health } from './health.ts';

/** A provider that comes back is not asked by a whole audience in the same second. */
const RETRY_MS = 12_000;
const SPREAD_MS = 6_000;

/** How the picture fares over all its attempts: what is lost is tried again by itself, and stays lost until it plays. */
export function useHealth() {
  const [health, setHealth] = useState<Health>('waiting');
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const note = useCallback(
    (now: Health) => setHealth((before) => (before === 'lost' && now !== 'playing' ? 'lost' : now)),
    [],
  );
  useEffect(() => {
    if (health !== 'lost') return undefined;
    const timer = setInterval(retry, RETRY_MS + Math.random() * SPREAD_MS);
    return () => clearInterval(timer);
  }, [health, retry]);
  return { health, attempt, retry, note };
}

import { useState } from 'react';
import { storage } from '../../sdk/index.ts';
import { useClient, useClientState, useEventState } from '../../ui/live/client-context.ts';
import { useCountdown } from '../../ui/live/use-now.ts';

/** `sentAt` starts slow mode's wait, whatever it becomes; `until` is what a refusal said while it was `slowSeconds`. */
type Waited = { sentAt: number; until: number; slowSeconds: number };

/**
 * How long until the next comment, by the server's clock, also after a reload. Slow mode counts from one's last
 * comment: switched off or shortened, nobody waits longer than it says now.
 */
export function useWait() {
  const client = useClient();
  const slug = useEventState((state) => state.event.slug);
  const slowSeconds = useEventState((state) => state.event.comments.slowModeSeconds);
  const isViewer = useClientState(({ you }) => you?.role === 'viewer');
  const key = `xinli:wait:${slug}`;
  const [waited, setWaited] = useState<Waited | null>(null);
  const { sentAt, until, slowSeconds: slowThen } = waited ?? parse(storage.read(key));
  const bySlowMode = isViewer && slowSeconds > 0 && sentAt > 0 ? sentAt + slowSeconds * 1_000 : 0;
  const byRefusal = slowThen === slowSeconds ? until : 0;
  const end = Math.max(bySlowMode, byRefusal);

  const keep = (change: Partial<Waited>): void => {
    const next = { sentAt, until, slowSeconds, ...change };
    storage.write(key, JSON.stringify(next));
    setWaited(next);
  };
  return {
    seconds: useCountdown(end > 0 ? end : null) ?? 0,
    /** Whether slow mode is on for this person, and how slow. */
    slowSeconds: isViewer ? slowSeconds : 0,
    sent: () => keep({ sentAt: client.now(), until: 0 }),
    refused: (retryAfterMs: number) => keep({ until: client.now() + retryAfterMs }),
  };
}

function parse(kept: string | null): Waited {
  const none = { sentAt: 0, until: 0, slowSeconds: 0 };
  try {
    const found: unknown = JSON.parse(kept ?? 'null');
    return typeof found === 'object' && found !== null ? { ...none, ...found } : none;
  } catch {
    // Written by something else: nobody waits for that.
    return none;
  }
}

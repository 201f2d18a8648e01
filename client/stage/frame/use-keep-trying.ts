import { useEffect } from 'react';
import { useClient, useClientState } from '../../ui/live/client-context.ts';

const AGAIN_MS = 10_000;

function withoutKey(): void {
  const { pathname, search } = window.location;
  window.history.replaceState(null, '', pathname + search);
  window.location.reload();
}

/** Nobody stands beside a screen to press "again": a refusal or an end is tried anew, an old page loads itself anew. */
export function useKeepTrying(): void {
  const client = useClient();
  const status = useClientState((state) => state.status);
  const code = useClientState((state) => state.refusal?.code);
  useEffect(() => {
    if (status !== 'refused' && status !== 'closed') return;
    const timer = setTimeout(() => {
      if (code === 'UNSUPPORTED') window.location.reload();
      // A link that was taken back: what everybody may see goes on without it.
      else if (code === 'FORBIDDEN' && window.location.hash !== '') withoutKey();
      else client.reconnect();
    }, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [client, status, code]);
}

import { type ReactNode, useMemo } from 'react';
import { ClientProvider, useClient, useClientState } from '../../ui/live/client-context.ts';
import { holdClient } from './hold-client.ts';
import { useScreen } from './stage-context.ts';

/** Everything inside stands still while the screen is frozen. A page that is loaded then stands as it finds things. */
export function Held({ children }: { children: ReactNode }) {
  const client = useClient();
  const isKnown = useClientState((state) => state.event !== null);
  const isFrozen = useScreen().frozen !== null && isKnown;
  const shown = useMemo(() => (isFrozen ? holdClient(client) : client), [client, isFrozen]);
  return <ClientProvider value={shown}>{children}</ClientProvider>;
}

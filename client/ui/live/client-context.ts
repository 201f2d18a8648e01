import { createContext, useContext, useSyncExternalStore } from 'react';
import type { EventState } from '#shared/model/state.ts';
import { blankState } from '#shared/rules/fold.ts';
import type { Client, ClientState } from '../../sdk/index.ts';

const ClientContext = createContext<Client | null>(null);

/** `<ClientProvider value={client}>` around everything that shows one event. */
export const ClientProvider = ClientContext.Provider;

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('no <ClientProvider> above');
  return client;
}

/** A part of the client's state. Select what is there; build nothing new, or every update renders. */
export function useClientState<T>(select: (state: ClientState) => T): T {
  const client = useClient();
  return useSyncExternalStore(client.subscribe, () => select(client.getSnapshot()));
}

/** A part of the event's state; blank until the first snapshot. */
export const useEventState = <T>(select: (event: EventState) => T): T =>
  useClientState((state) => select(state.event ?? blankState));

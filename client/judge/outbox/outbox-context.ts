import { createContext, useContext, useSyncExternalStore } from 'react';
import { useClientState } from '../../ui/live/client-context.ts';
import type { Item } from './item.ts';
import type { Outbox, OutboxState } from './outbox.ts';

const OutboxContext = createContext<Outbox | null>(null);

export const OutboxProvider = OutboxContext.Provider;

export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext);
  if (!outbox) throw new Error('no <OutboxProvider> above');
  return outbox;
}

export function useOutboxState(): OutboxState {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.getSnapshot);
}

/** This judge's items; what another judge left on the tablet is none of theirs. */
export function useOwnItems(): Item[] {
  const { items } = useOutboxState();
  const judgeId = useClientState(({ you }) => you?.judgeId);
  return Object.values(items).filter((item) => item.judgeId === judgeId);
}

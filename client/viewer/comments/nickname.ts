import { useSyncExternalStore } from 'react';
import { storage } from '../../sdk/index.ts';

const KEPT = 'xinli:nickname';
const listeners = new Set<() => void>();

/** The name one speaks under; null until it was chosen. Asked once, kept for every event of this browser. */
export const useNickname = (): string | null => useSyncExternalStore(subscribe, () => storage.read(KEPT));

export function keepNickname(name: string): void {
  storage.write(KEPT, name);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

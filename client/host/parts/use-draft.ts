import { useState } from 'react';
import { storage } from '../../sdk/index.ts';
import { useEventState } from '../../ui/live/client-context.ts';

/** Raised when what is kept changes its shape. */
const KEPT = 'xinli:host-draft:1';

/** What is being written or chosen at this desk: kept on this device, so that a reload loses nothing, until it is cleared. */
export function useDraft<T>(name: string, blank: T): [T, (value: T) => void, () => void] {
  const slug = useEventState(({ event }) => event.slug);
  const key = `${KEPT}:${slug}:${name}`;
  const [value, setValue] = useState<T>(() => (read(key) as T | null) ?? blank);
  return [
    value,
    (next) => {
      setValue(next);
      storage.write(key, JSON.stringify(next));
    },
    () => {
      setValue(blank);
      storage.remove(key);
    },
  ];
}

function read(key: string): unknown {
  const kept = storage.read(key);
  if (kept === null) return null;
  try {
    return JSON.parse(kept) as unknown;
  } catch {
    // Another program's, or cut off: as if there were none.
    return null;
  }
}

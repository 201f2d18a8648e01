import { useState } from 'react';

type Draft<T> = {
  value: T;
  isChanged: boolean;
  change: (fields: Partial<T>) => void;
  /** Back to what holds on the server. */
  reset: () => void;
};

/** What is being edited: the server's own until the first change, and again when it is saved or dropped. */
export function useDraft<T extends object>(held: T): Draft<T> {
  const [edited, setEdited] = useState<T | null>(null);
  const value = edited ?? held;
  const isChanged = edited !== null && JSON.stringify(edited) !== JSON.stringify(held);
  return {
    value,
    isChanged,
    change: (fields) => setEdited({ ...value, ...fields }),
    reset: () => setEdited(null),
  };
}

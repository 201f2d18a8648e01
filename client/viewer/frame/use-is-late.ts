import { useEffect, useState } from 'react';

/** Longer than a join takes on a weak network. */
const LATE_MS = 12_000;

/** Whether what is waited for takes longer than it should; counted anew with each wait. */
export function useIsLate(isWaiting: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setIsLate(true), LATE_MS);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [isWaiting]);
  return isLate;
}

import { useEffect, useState } from 'react';

/** Longer than a double tap, shorter than a thought. */
const RIPE_MS = 700;

/** False for a moment after a part has appeared, so that the press that brought it cannot also press what is in it. */
export function useRipe(): boolean {
  const [isRipe, setIsRipe] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsRipe(true), RIPE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isRipe;
}

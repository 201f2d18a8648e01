import { useCallback, useState } from 'react';
import { useNow } from '../../ui/live/use-now.ts';
import { pageOf } from './page-of.ts';

const TURN_MS = 8_000;

/** Options that a wall has no room for at a legible size take turns. `onTight` asks for one page more. */
export function usePages(count: number) {
  const [pages, setPages] = useState(1);
  const now = useNow(TURN_MS);
  const onTight = useCallback(() => setPages((before) => Math.min(before + 1, count)), [count]);
  return { ...pageOf(count, pages, Math.floor(now / TURN_MS)), pages, onTight };
}

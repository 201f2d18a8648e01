import { useCallback, useState } from 'react';
import { useTurn } from '../frame/turns.ts';
import { pageOf } from './page-of.ts';

/** Options that a wall has no room for at a legible size take turns. `onTight` asks for one page more. */
export function usePages(count: number) {
  const [pages, setPages] = useState(1);
  const turn = useTurn();
  const onTight = useCallback(() => setPages((before) => Math.min(before + 1, count)), [count]);
  return { ...pageOf(count, pages, turn), pages, onTight };
}

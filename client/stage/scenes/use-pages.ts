import { useCallback, useState } from 'react';
import { useTurn } from '../frame/turns.ts';
import { pageOf } from './page-of.ts';

/**
 * Options that a wall has no room for at a legible size take turns. `onTight` asks for one page more,
 * `onRoom` deals anew.
 */
export function usePages(count: number) {
  const [pages, setPages] = useState(1);
  const turn = useTurn();
  const onRoom = useCallback(() => setPages(1), []);
  const onTight = useCallback(() => setPages(Math.min(pages + 1, count)), [count, pages]);
  return { ...pageOf(count, pages, turn), pages, onTight, onRoom };
}

import { useMedia } from '../../ui/live/use-media.ts';
import { useNow } from '../../ui/live/use-now.ts';

/** An upright wall has room for this many options at a legible size, fewer beside the way in; more take turns. */
const PER_PAGE = { open: 4, other: 6 };
const TURN_MS = 8_000;

/** Which options are seen now. A wide wall shows all of them. */
export function usePages(count: number, isOpen: boolean): { from: number; to: number } {
  const isUpright = useMedia('(max-aspect-ratio: 1/1)');
  const now = useNow(TURN_MS);
  const perPage = isOpen ? PER_PAGE.open : PER_PAGE.other;
  if (!isUpright || count <= perPage) return { from: 0, to: count };
  const pages = Math.ceil(count / perPage);
  const even = Math.ceil(count / pages);
  const from = (Math.floor(now / TURN_MS) % pages) * even;
  return { from, to: Math.min(count, from + even) };
}

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CommentRow } from '../../sdk/index.ts';
import { useClient } from '../../ui/live/client-context.ts';

/** Nearer to the end than this, about a line, counts as being there. */
const NEAR_PX = 40;
/** A comment of one line is this high, at the least. */
const ROW_PX = 32;
/** The first row of the tail moves this many at a time: whoever shows it moves what is left. */
const STEP = 20;

type Rows = readonly CommentRow[];

/**
 * The list lies on its end (`column-reverse`): what grows there moves nothing, and 0 is the end. While its reader is
 * there only a tail is on the page, twice what fills the screen: a weak phone lays out and paints a quarter of the rows.
 * Once the reader scrolls away all rows are there, before the tail, and stand still, but for what is taken back; what
 * comes is counted. Returning to the end, or an own comment, sets the list going again.
 */
export function useStick(rows: Rows) {
  const client = useClient();
  const list = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<Rows | null>(null);
  const fresh = held ? rowsAfter(rows, held[held.length - 1]?.key) : [];
  const isHeld = held !== null && !fresh.some((row) => row.isOwn);
  const shown = isHeld ? held : tail(rows);

  const toEnd = (): void => setHeld(null);
  const onScroll = (): void => {
    if (list.current) setHeld(-list.current.scrollTop < NEAR_PX ? null : (held ?? rows));
  };

  useLayoutEffect(() => {
    if (!isHeld && list.current) list.current.scrollTop = 0;
  }, [isHeld]);

  useEffect(
    () =>
      client.listen({ onHidden: (id) => setHeld((kept) => kept?.filter((row) => row.id !== id) ?? null) }),
    [client],
  );

  return { list, shown, unseen: isHeld ? fresh.length : 0, toEnd, onScroll };
}

function tail(rows: Rows): Rows {
  // Of the screen, as a window may grow where no comment comes.
  const enough = Math.ceil((2 * Math.max(window.innerHeight, window.screen.height)) / ROW_PX);
  return rows.slice(-(enough + (rows.length % STEP)));
}

const rowsAfter = (rows: Rows, key: string | undefined): Rows =>
  rows.slice(rows.findIndex((row) => row.key === key) + 1);

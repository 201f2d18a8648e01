import { type FocusEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { CommentRow } from '../../sdk/index.ts';
import { useClient, useClientState } from '../../ui/live/client-context.ts';
import { pruneRows } from '../../ui/live/prune-rows.ts';

/** A pointer that rests on the list for this long is reading it. */
const REST_MS = 2_000;

/**
 * What was shown, newest first; it holds still while someone reads it or works on it, save for what is taken back.
 * `waiting` is how many came meanwhile.
 */
export function usePausedRows(isBusy: boolean) {
  const client = useClient();
  const all = useClientState((state) => state.rows);
  const rows = useMemo(() => all.filter((row) => row.delivery === 'shown' && row.id !== null), [all]);
  const [isResting, setIsResting] = useState(false);
  const [isHeld, setIsHeld] = useState(false);
  const [kept, setKept] = useState<readonly CommentRow[] | null>(null);
  const isPaused = isBusy || isResting || isHeld;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The rows of the moment in which the list came to rest.
  if (isPaused && kept === null) setKept(rows);
  if (!isPaused && kept !== null) setKept(null);
  function resume(): void {
    setIsHeld(false);
    setIsResting(false);
    setKept(null);
  }
  // Nobody reads a list of nothing: its last row went with the pointer or the focus in it, and no event says that they left.
  if (kept?.length === 0 && (isHeld || isResting)) resume();

  useEffect(
    () =>
      client.listen({
        onHidden: (id) => setKept((before) => before && before.filter((row) => row.id !== id)),
      }),
    [client],
  );
  useEffect(() => () => clearTimeout(timer.current), []);

  const shown = useMemo(() => (kept ? pruneRows(kept, rows) : rows), [kept, rows]);
  const newest = shown[shown.length - 1];
  const waiting = kept && newest ? rows.filter((row) => row.at > newest.at).length : 0;

  return {
    rows: useMemo(() => shown.toReversed(), [shown]),
    waiting,
    isPaused,
    resume,
    /** For the list: a pointer or the focus in it keeps it still. */
    reading: {
      onFocus: () => setIsHeld(true),
      onBlur({ currentTarget, relatedTarget }: FocusEvent): void {
        if (!currentTarget.contains(relatedTarget)) setIsHeld(false);
      },
      onPointerEnter(): void {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => setIsResting(true), REST_MS);
      },
      onPointerLeave(): void {
        clearTimeout(timer.current);
        setIsResting(false);
      },
    },
  };
}

import { useEffect, useMemo, useState } from 'react';
import { useClient, useClientState, useEventState } from '../../ui/live/client-context.ts';
import { pruneRows } from '../../ui/live/prune-rows.ts';
import { firstWall, onlyKnown, sinceCleared, step, STEP_MS } from './wall.ts';

/** The comments on the wall, oldest first. A hidden one is gone with the very update that says so. */
export function useWall() {
  const client = useClient();
  const all = useClientState((state) => state.rows);
  const clearedAt = useEventState((state) => state.wallClearedAt);
  const rows = useMemo(() => sinceCleared(all, clearedAt), [all, clearedAt]);
  const [wall, setWall] = useState(() => firstWall(rows));

  useEffect(() => {
    const timer = setInterval(
      () => setWall((shown) => step(shown, sinceCleared(client.getSnapshot().rows, clearedAt))),
      STEP_MS,
    );
    return () => clearInterval(timer);
  }, [client, clearedAt]);

  // Cleared, it is empty with the very update that says so; restored, it stands as it would for a page just loaded.
  const [shownSince, setShownSince] = useState(clearedAt);
  if (shownSince !== clearedAt) {
    setShownSince(clearedAt);
    setWall(firstWall(rows));
  }

  useEffect(
    () => client.listen({ onHidden: (id) => setWall((shown) => shown.filter((row) => row.id !== id)) }),
    [client],
  );

  // What was taken back while the line was down is nowhere told; only what the new snapshot names may stay.
  useEffect(() => {
    let wasLive = client.getSnapshot().status === 'live';
    return client.subscribe(() => {
      const { status, rows: named } = client.getSnapshot();
      const isBack = status === 'live' && !wasLive;
      wasLive = status === 'live';
      if (isBack) setWall((shown) => onlyKnown(shown, named));
    });
  }, [client]);

  return useMemo(() => pruneRows(wall, rows), [wall, rows]);
}

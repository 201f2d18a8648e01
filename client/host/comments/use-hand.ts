import { useEffect, useMemo, useRef, useState } from 'react';
import type { CommentId } from '#shared/model/ids.ts';
import { claimOfAnother } from '#shared/rules/claims.ts';
import { useClient, useClientState, useEventState } from '../../ui/live/client-context.ts';
import { useNow } from '../../ui/live/use-now.ts';

/** How many rows one moderator is dealt; more are taken when few are left, and leases are renewed well before they end. */
const HAND = 6;
const FEW = 2;
const RENEW_BEFORE_MS = 20_000;
/** Whoever has not touched the desk for this long is not dealt any more; what they had goes to others. */
const IDLE_MS = 60_000;

/**
 * Takes the first waiting rows in hand while somebody works here, so that no two moderators are dealt the same.
 * Answers which rows are in the hands of others, and in whose.
 */
export function useHand(ids: readonly CommentId[]): ReadonlyMap<string, string> {
  const client = useClient();
  const me = useClientState(({ you }) => you?.id ?? '');
  const claims = useEventState(({ desk }) => desk.claims);
  const now = useNow();
  const isActive = useIsActive();
  const isAsking = useRef(false);

  const others = useMemo(() => {
    const taken = ids.flatMap((id): [string, string][] => {
      const claim = claimOfAnother(claims, id, me, now);
      return claim ? [[id, claim.name]] : [];
    });
    return new Map(taken);
  }, [ids, claims, me, now]);

  useEffect(() => {
    if (!isActive || isAsking.current) return;
    const free = ids.filter((id) => !others.has(id));
    const mine = claims.filter(
      ({ by, until, commentId }) => by === me && until > now && free.includes(commentId),
    );
    const isShort = mine.length <= FEW && free.length > mine.length;
    const isEnding = mine.some(({ until }) => until - now < RENEW_BEFORE_MS);
    if (!isShort && !isEnding) return;
    const held = new Set<string>(mine.map(({ commentId }) => commentId));
    const wanted = [...free.filter((id) => held.has(id)), ...free.filter((id) => !held.has(id))];
    isAsking.current = true;
    void client
      .execute('comment:claim', { commentIds: wanted.slice(0, HAND) })
      .finally(() => (isAsking.current = false));
  }, [client, claims, ids, isActive, me, now, others]);

  useEffect(
    () => () => {
      const { event, you } = client.getSnapshot();
      if (event?.desk.claims.some(({ by }) => by === you?.id)) void client.execute('comment:release', {});
    },
    [client],
  );
  return others;
}

/** Whether somebody is at this desk: it is seen, and a key or a pointer was used not long ago. */
function useIsActive(): boolean {
  const [usedAt, setUsedAt] = useState(() => Date.now());
  const now = useNow(5_000);
  const client = useClient();
  useEffect(() => {
    const used = (): void => setUsedAt((before) => (Date.now() - before > 1_000 ? Date.now() : before));
    const events = ['keydown', 'pointerdown', 'pointermove', 'scroll'] as const;
    for (const name of events) window.addEventListener(name, used, { passive: true, capture: true });
    return () => {
      for (const name of events) window.removeEventListener(name, used, { capture: true });
    };
  }, []);
  const offset = client.getSnapshot().clockOffsetMs;
  return document.visibilityState === 'visible' && now - offset - usedAt < IDLE_MS;
}

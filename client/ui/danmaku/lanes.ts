/**
 * Lanes of equal speed: nobody overtakes, so a lane is free again as soon as the last one in it has entered whole.
 * Pure: times come in, nothing is scheduled.
 */
export function createLanes(count: number) {
  const freeAt = Array.from({ length: count }, () => 0);
  return {
    /** When the next may enter: the soonest that any lane is free. */
    soonest: (): number => Math.min(...freeAt),
    /** The first lane that is free at a time, held for as long; null when every lane is taken then. */
    claim(at: number, holdMs: number): number | null {
      const lane = freeAt.findIndex((free) => free <= at);
      if (lane === -1) return null;
      freeAt[lane] = at + holdMs;
      return lane;
    },
    /** All fly slower or faster from now on: whoever is entering takes so many times as long for the rest. */
    stretch(now: number, factor: number): void {
      for (const [lane, at] of freeAt.entries()) if (at > now) freeAt[lane] = now + (at - now) * factor;
    },
    /** More lanes or fewer; those that stay are as free as they were. */
    resize(to: number): void {
      while (freeAt.length < to) freeAt.push(0);
      freeAt.length = to;
    },
  };
}

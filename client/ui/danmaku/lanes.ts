/**
 * Lanes of equal speed: nobody overtakes, so a lane is free again as soon as the last one in it has entered whole.
 * Pure: times come in, nothing is scheduled.
 */
export function createLanes(count: number) {
  const freeAt = Array.from({ length: count }, () => 0);
  return {
    /** The first free lane, held until `now + holdMs`; null when every lane is taken. */
    claim(now: number, holdMs: number): number | null {
      const lane = freeAt.findIndex((at) => at <= now);
      if (lane === -1) return null;
      freeAt[lane] = now + holdMs;
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

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
  };
}

/** Full jitter over an exponential ceiling, so that a crowd that fell together does not return together. */
export const backoffMs = (attempt: number, random: () => number = Math.random): number =>
  Math.round(250 + random() * Math.min(10_000, 500 * 2 ** attempt));

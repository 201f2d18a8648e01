export type Star = { x: number; y: number; size: number; warmth: number; pace: number };
export type SkyMap = { stars: readonly Star[]; line: readonly Star[] };

/** Stars in a field of 160 × 90, thinner towards the ground; `line` joins a handful into a figure. */
export function createSky(seed: string, count: number): SkyMap {
  const random = createRandom(seed);
  const stars = Array.from({ length: count }, (_, index): Star => {
    const height = random() ** 1.6;
    return {
      x: round(random() * 160),
      y: round(2 + height * 74),
      size: round(0.1 + random() ** 5 * 0.32),
      warmth: round(random()),
      pace: index % 3,
    };
  });
  const bySize = [...stars];
  bySize.sort((a, b) => b.size - a.size);
  const line = bySize.slice(0, 7);
  line.sort((a, b) => a.x - b.x);
  return { stars, line };
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The same numbers for the same seed (FNV-1a into mulberry32). */
function createRandom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Counts of whole milliseconds up to a minute; cheap to add to, easy to merge. */
export type Histogram = {
  add(ms: number, count?: number): void;
  /** Milliseconds and how often, without the empty ones: what crosses between processes. */
  entries(): [ms: number, count: number][];
  clear(): void;
};

const MOST_MS = 60_000;

export function createHistogram(): Histogram {
  const counts = new Uint32Array(MOST_MS + 1);
  return {
    add(ms, count = 1) {
      const at = Math.max(0, Math.min(MOST_MS, Math.round(ms)));
      counts[at] = (counts[at] ?? 0) + count;
    },
    entries() {
      const found: [number, number][] = [];
      for (const [ms, count] of counts.entries()) if (count > 0) found.push([ms, count]);
      return found;
    },
    clear: () => void counts.fill(0),
  };
}

/** The value below which a share of all counts lies; NaN when nothing was counted. */
export function quantile(entries: readonly (readonly [number, number])[], share: number): number {
  const sorted = entries.toSorted(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  let seen = 0;
  for (const [ms, count] of sorted) {
    seen += count;
    if (seen >= total * share) return ms;
  }
  return Number.NaN;
}

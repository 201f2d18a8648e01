/** The name that takes the fewest single-character changes to reach: what someone with a typing mistake meant. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  return names.toSorted((a, b) => distance(name, a) - distance(name, b))[0];
}

/** Levenshtein distance. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...from].entries()) {
    const next = [at + 1];
    for (let index = 0; index < to.length; index += 1) {
      const swap = (row[index] ?? 0) + (to[index] === letter ? 0 : 1);
      next.push(Math.min(swap, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

import { compare, fromHighest, toFixed, type Exact } from './exact.ts';

/** Beyond this the exact fraction itself must be shown. */
const MOST_DECIMALS = 40;

/** SC-14: the fewest decimals, `decimals` or more, with which no two different figures look the same. */
export function decimalsApart(figures: readonly Exact[], decimals: number): number {
  const sorted = fromHighest(figures);
  const neighbours = sorted.flatMap((figure, index) => {
    const next = sorted[index + 1];
    return next && compare(figure, next) !== 0 ? [[figure, next] as const] : [];
  });
  let enough = decimals;
  for (const [one, other] of neighbours) {
    while (enough < MOST_DECIMALS && toFixed(one, enough) === toFixed(other, enough)) enough += 1;
  }
  return enough;
}

/** For each entry whose figure looks like a different one's: at how many decimals one sees which is ahead. */
export function tellApart(
  tiers: readonly (readonly string[])[],
  valueOf: (entry: string) => Exact,
  decimals: number,
): Map<string, string[]> {
  const alike = new Map<string, { entries: readonly string[]; value: Exact }[]>();
  for (const entries of tiers) {
    const value = valueOf(entries[0] ?? '');
    const shown = toFixed(value, decimals);
    alike.set(shown, [...(alike.get(shown) ?? []), { entries, value }]);
  }
  const says = new Map<string, string[]>();
  for (const [shown, figures] of alike) {
    if (figures.length === 1) continue;
    const enough = decimalsApart(
      figures.map(({ value }) => value),
      decimals,
    );
    for (const { entries, value } of figures) {
      const line = `others are shown as ${shown} too; to ${enough} decimals it is ${toFixed(value, enough)} (SC-14)`;
      for (const entry of entries) says.set(entry, [line]);
    }
  }
  return says;
}

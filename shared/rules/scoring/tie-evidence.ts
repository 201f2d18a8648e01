import type { Tabulation } from '../../model/tabulation.ts';
import type { Counted } from './combine.ts';
import { add, compare, exact, multiply, ZERO, type Exact } from './exact.ts';
import type { Sheet } from './sheet.ts';

/** How many judges with cards for both scored the one above the other, and the reverse; equal counts for neither. */
export function preferences(sheets: readonly Sheet[], one: string, other: string): [bigint, bigint] {
  let [forOne, forOther] = [0n, 0n];
  for (const sheet of sheets) {
    for (const [judge, score] of sheet.get(one) ?? []) {
      const rival = sheet.get(other)?.get(judge);
      if (rival === undefined) continue;
      const order = compare(score, rival);
      if (order > 0) forOne += 1n;
      if (order < 0) forOther += 1n;
    }
  }
  return [forOne, forOther];
}

/**
 * The value of the votes part for each entry, null when there is none. Several such parts (each district's viewers)
 * count among themselves as they do in the figure: by weight, or added up in a sum.
 */
export function audienceValues(
  combine: Tabulation['combine'],
  counted: readonly Counted[],
): Map<string, Exact> | null {
  const parts = counted.filter(({ part }) => 'votes' in part);
  if (parts.length === 0) return null;
  const total = parts.reduce((weights, { part }) => weights + (part.weight ?? 0), 0);
  const shareOf = (weight = 0): Exact => {
    if (combine === 'sum') return exact(1n);
    return total === 0 ? exact(1n, BigInt(parts.length)) : exact(BigInt(weight), BigInt(total));
  };
  const values = new Map<string, Exact>();
  for (const { part, figures } of parts) {
    const share = shareOf(part.weight);
    for (const [entry, { value }] of figures) {
      values.set(entry, add(values.get(entry) ?? ZERO, multiply(value, share)));
    }
  }
  return values;
}

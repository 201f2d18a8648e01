import type { Part, Tabulation } from '../../model/tabulation.ts';
import { add, exact, multiply, parseDecimal, subtract, sum, type Exact } from './exact.ts';
import { show, type Told } from './wording.ts';

/** A part with the figures of its entries; who is not in them has none. */
export type Counted = { readonly part: Part; readonly figures: ReadonlyMap<string, Told> };

/**
 * One entry's figure before penalties: Σ weight / 100 · part (SC-11) or Σ part (SC-12). Null when a part has no
 * figure for it (SC-8): nothing is not zero.
 */
export function combined(
  combine: Tabulation['combine'],
  counted: readonly Counted[],
  entry: string,
): Told | null {
  const terms: { value: Exact; says: string }[] = [];
  for (const { part, figures } of counted) {
    const told = figures.get(entry);
    if (told === undefined) return null;
    if (combine === 'sum') terms.push({ value: told.value, says: show(told.value) });
    else terms.push(weighted(told.value, part.weight ?? 0));
  }
  const value = sum(terms.map((term) => term.value));
  if (counted.length === 1) return { value, says: [] };
  return { value, says: [`${terms.map((term) => term.says).join(' + ')} = ${show(value)}`] };
}

const weighted = (value: Exact, weight: number): { value: Exact; says: string } => ({
  value: multiply(value, exact(BigInt(weight), 100n)),
  says: `${weight} % × ${show(value)}`,
});

/** SC-9: penalties come off the combined figure, which may fall below 0. */
export function penalised(told: Told, penalties: Tabulation['penalties'], entry: string): Told {
  const own = penalties.filter((penalty) => penalty.entry === entry);
  if (own.length === 0) return told;
  const points = own.map((penalty) => parseDecimal(penalty.points));
  const value = subtract(told.value, points.reduce(add));
  const losses = own.map(({ points: lost, reason }) => `−${lost} ${reason?.trim() || 'penalty'}`);
  return { value, says: [...told.says, `${losses.join(', ')} (SC-9) = ${show(value)}`] };
}

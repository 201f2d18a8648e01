/** A copy with the item at `index` one place up (-1) or down (1); the same where there is no such place. */
export function moved<T>(items: readonly T[], index: number, by: -1 | 1): T[] {
  const copy = [...items];
  const [item, other] = [copy[index], copy[index + by]];
  if (item === undefined || other === undefined) return copy;
  copy[index] = other;
  copy[index + by] = item;
  return copy;
}

export const without = <T>(items: readonly T[], index: number): T[] => [
  ...items.slice(0, index),
  ...items.slice(index + 1),
];

export const replaced = <T>(items: readonly T[], index: number, item: T): T[] => [
  ...items.slice(0, index),
  item,
  ...items.slice(index + 1),
];

import { compare, type Exact } from './exact.ts';

/** Those with equal values together, highest first; within a tier the order is the given one. */
export function tiersBy<Item>(items: readonly Item[], valueOf: (item: Item) => Exact): Item[][] {
  const valued = items.map((item) => ({ item, value: valueOf(item) }));
  valued.sort((a, b) => compare(b.value, a.value));
  const tiers: { value: Exact; items: Item[] }[] = [];
  for (const { item, value } of valued) {
    const last = tiers[tiers.length - 1];
    if (last && compare(last.value, value) === 0) last.items.push(item);
    else tiers.push({ value, items: [item] });
  }
  return tiers.map((tier) => tier.items);
}

/** SC-15: competition ranking, 1, 2, 2, 4. The rank of everyone in a tier is one more than those before it. */
export function competitionRanks<Item>(tiers: readonly (readonly Item[])[]): Map<Item, number> {
  const ranks = new Map<Item, number>();
  for (const tier of tiers) {
    const rank = ranks.size + 1;
    for (const item of tier) ranks.set(item, rank);
  }
  return ranks;
}

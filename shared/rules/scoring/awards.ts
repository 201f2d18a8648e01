/** Places with a rank, as tabulated; those without one get nothing. */
export type Placed = { readonly entry: string; readonly rank: number | null };

/**
 * SC-15. Prizes from the top with the number of places of each (一等奖 1、二等奖 2、三等奖 3), then `rest` (优秀奖)
 * for everyone else with a rank, null for nothing. `ties` says what happens when entries of one rank lie on both
 * sides of a cut line: `extend` gives all of them the better prize, `break` none until someone has decided.
 */
export type Ladder = {
  readonly prizes: readonly { readonly name: string; readonly places: number }[];
  readonly rest: string | null;
  readonly ties: 'extend' | 'break';
};

export type Awards = {
  readonly awarded: readonly { readonly entry: string; readonly prize: string }[];
  /** Level across a cut line under `break`: someone has to order them before their prizes are known. */
  readonly toBreak: readonly { readonly rank: number; readonly entries: readonly string[] }[];
};

/**
 * SC-15: who gets what. A prize covers fixed places, so one that was extended takes places from the next.
 * Audience prizes (最佳人气奖) are a ladder over the ranks of the votes. Throws a RangeError for
 * places that cannot be counted.
 */
export function awards(results: readonly Placed[], { prizes, rest, ties }: Ladder): Awards {
  for (const { name, places } of prizes) {
    if (!Number.isSafeInteger(places) || places < 0)
      throw new RangeError(`SC-15: ${name} for ${places} places`);
  }
  const awarded: { entry: string; prize: string }[] = [];
  const toBreak: { rank: number; entries: string[] }[] = [];
  for (const [rank, entries] of byRank(results)) {
    const prize = prizeAt(prizes, rank) ?? rest;
    const last = prizeAt(prizes, rank + entries.length - 1) ?? rest;
    if (ties === 'break' && prize !== last) toBreak.push({ rank, entries });
    else if (prize !== null) for (const entry of entries) awarded.push({ entry, prize });
  }
  return { awarded, toBreak };
}

function byRank(results: readonly Placed[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  const placed = results.flatMap(({ entry, rank }) => (rank === null ? [] : [{ entry, rank }]));
  placed.sort((a, b) => a.rank - b.rank);
  for (const { entry, rank } of placed) groups.set(rank, [...(groups.get(rank) ?? []), entry]);
  return groups;
}

function prizeAt(prizes: Ladder['prizes'], place: number): string | null {
  let last = 0;
  for (const { name, places } of prizes) {
    last += places;
    if (place <= last) return name;
  }
  return null;
}

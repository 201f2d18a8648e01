import { divide, exact, fromHighest, parseDecimal, sum, type Exact } from './exact.ts';
import { byJudge, type Sheet } from './sheet.ts';
import { tiersBy } from './tiers.ts';
import { show, type Told } from './wording.ts';

/**
 * SC-6: points for places, best first. Those level share the mean of the points of the places they cover; places
 * beyond the list give 0.
 */
export function pointsFor(values: ReadonlyMap<string, Exact>, points: readonly Exact[]): Map<string, Exact> {
  const earned = new Map<string, Exact>();
  for (const tier of tiersBy([...values], ([, value]) => value)) {
    const places = points.slice(earned.size, earned.size + tier.length);
    const share = divide(sum(places), exact(BigInt(tier.length)));
    for (const [entry] of tier) earned.set(entry, share);
  }
  return earned;
}

/** SC-6: each judge's order gives points, and the points are added over the judges. */
export function rankPoints(sheet: Sheet, points: readonly (number | string)[]): Map<string, Told> {
  const values = pointValues(points);
  const earned = new Map<string, Exact[]>();
  for (const marks of byJudge(sheet).values()) {
    for (const [entry, share] of pointsFor(marks, values)) {
      const shares = earned.get(entry);
      if (shares) shares.push(share);
      else earned.set(entry, [share]);
    }
  }
  return new Map([...earned].map(([entry, shares]) => [entry, total(shares)]));
}

/** Reads the points of a rule. */
export const pointValues = (points: readonly (number | string)[]): Exact[] =>
  points.map((value) => parseDecimal(String(value)));

function total(shares: readonly Exact[]): Told {
  const value = sum(shares);
  const says =
    shares.length === 1
      ? `points ${show(value)}`
      : `points ${fromHighest(shares).map(show).join(' + ')} = ${show(value)}`;
  return { value, says: [says] };
}

/** How a crowd behaves, without a clock and without a network: numbers in, numbers out. `chance` is uniform in [0, 1). */
export type Chance = () => number;

/** Seconds after the start at which each of a crowd is there: most come at the beginning, some are late. */
export function arrivals(count: number): number[] {
  const over = arrivalSeconds(count);
  return Array.from({ length: count }, (_, index) => over * ((index + 0.5) / count) ** 1.4);
}

/** A door lets in about this many a second at the beginning. */
const PER_SECOND = 20;
export const arrivalSeconds = (count: number): number => Math.max(3, (count * 1.4) / PER_SECOND);

/** What a crowd of this size says when nobody says otherwise. */
export const commentsPerSecond = (count: number): number => Math.max(0.5, Math.min(60, count * 0.03));

/** Talk comes in waves: a slow one, and a burst after something has happened `sinceNews` seconds ago. */
export const mood = (second: number, sinceNews: number): number =>
  0.7 + 0.35 * Math.sin(second / 7) + 1.8 * Math.exp(-sinceNews / 4);

/** Seconds until the next of events that come `perSecond` on average. */
export const pause = (perSecond: number, chance: Chance): number =>
  -Math.log(1 - chance()) / Math.max(perSecond, 0.001);

/** Most answer within ten seconds, a few think for half a minute. */
export const thinkingSeconds = (chance: Chance): number =>
  Math.min(40, 1.5 + Math.exp(1.5 + normal(chance) * 0.8));

/** Normally distributed, around 0. */
export const normal = (chance: Chance): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

/** Which of `count` things is liked: one is a favourite, the next has its followers, and so on. */
export function favourite(count: number, seed: string, chance: Chance): number {
  const weights = Array.from(
    { length: count },
    (_, index) => 1 / (1 + ((index + shift(seed)) % count)) ** 0.7,
  );
  let left = chance() * weights.reduce((sum, weight) => sum + weight, 0);
  const chosen = weights.findIndex((weight) => (left -= weight) < 0);
  return Math.max(0, chosen);
}

/** The same thing has the same favourite in the whole crowd. */
const shift = (seed: string): number =>
  [...seed].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);

/** `count` different places out of `below`, favourites first. */
export function favourites(below: number, count: number, seed: string, chance: Chance): number[] {
  const chosen = new Set<number>();
  for (let tries = 0; chosen.size < Math.min(below, count) && tries < 50; tries += 1)
    chosen.add(favourite(below, seed, chance));
  return [...chosen].toSorted((a, b) => a - b);
}

/** A judge's value for a criterion: on its steps, in its range, high as such scores are, and each judge a little different. */
export function judged(
  { min, max, step }: { min: number; max: number; step: number },
  leaning: number,
  chance: Chance,
): number {
  const wished = min + (max - min) * (0.9 + leaning * 0.02 + normal(chance) * 0.025);
  const most = Math.floor((max - min) / step);
  return min + step * Math.max(0, Math.min(most, Math.round((wished - min) / step)));
}

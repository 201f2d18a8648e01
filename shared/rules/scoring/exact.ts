/**
 * Exact rationals: `n / d`, reduced, `d` above 0. Every figure of a contest is one, so that no floating point
 * ever decides a rank; rounding happens on the way to the screen alone.
 */
export type Exact = { readonly n: bigint; readonly d: bigint };

export const ZERO: Exact = { n: 0n, d: 1n };

/** The reduced fraction `n / d`. Throws a RangeError when `d` is 0. */
export function exact(n: bigint, d = 1n): Exact {
  if (d === 1n) return { n, d };
  if (d === 0n) throw new RangeError('division by zero');
  const divisor = commonDivisor(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / divisor, d: d / divisor };
}

/** Reads `-12.50`; no exponents, no spaces, digits on both sides of the point. Throws a RangeError. */
export function parseDecimal(text: string): Exact {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) throw new RangeError(`${JSON.stringify(text)} is not a decimal`);
  const [whole = '', fraction = ''] = text.split('.');
  return exact(BigInt(whole + fraction), powerOfTen(fraction.length));
}

export const add = (a: Exact, b: Exact): Exact =>
  a.d === b.d ? exact(a.n + b.n, a.d) : exact(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Exact, b: Exact): Exact => add(a, { n: -b.n, d: b.d });
export const multiply = (a: Exact, b: Exact): Exact => exact(a.n * b.n, a.d * b.d);
export const divide = (a: Exact, b: Exact): Exact => exact(a.n * b.d, a.d * b.n);
export const sum = (values: Iterable<Exact>): Exact => {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
};

/** Below, at or above 0 as `a` is less than, equal to or more than `b`. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** A copy in order. `toSorted` is too young for the browsers in which judges and stages run. */
export function fromHighest(values: readonly Exact[]): Exact[] {
  const sorted = [...values];
  sorted.sort((a, b) => compare(b, a));
  return sorted;
}

/** `47/5`, reduced, or `9` when it is whole. */
export const toExact = ({ n, d }: Exact): string => (d === 1n ? `${n}` : `${n}/${d}`);

/** With exactly so many decimals, half away from zero; what rounds to zero has no sign. */
export function toFixed({ n, d }: Exact, decimals: number): string {
  const rounded = (2n * magnitude(n) * powerOfTen(decimals) + d) / (2n * d);
  const digits = `${rounded}`.padStart(decimals + 1, '0');
  const sign = n < 0n && rounded > 0n ? '-' : '';
  const point = digits.length - decimals;
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** √x to so many decimals, half up, by integer root. Throws a RangeError below 0. */
export function squareRoot({ n, d }: Exact, decimals: number): Exact {
  const scale = powerOfTen(decimals);
  // ⌊2·√x·scale⌋ tells on which side of a half √x·scale lies.
  const doubled = integerRoot((4n * n * scale * scale) / d);
  return exact((doubled + 1n) / 2n, scale);
}

function integerRoot(square: bigint): bigint {
  if (square < 0n) throw new RangeError('no root below zero');
  if (square < 2n) return square;
  let guess = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const next = (guess + square / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);
const powerOfTen = (digits: number): bigint => 10n ** BigInt(digits);

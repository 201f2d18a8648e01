import type { Criterion } from '#shared/model/ruleset.ts';
import { compare, type Exact, parseDecimal, toFixed } from '#shared/rules/scoring/exact.ts';

const MOST = 6;

/** Digits after the point that a card's score can have, so that all scores of a round are written alike. */
export function scoreDecimals(criteria: readonly Pick<Criterion, 'min' | 'step' | 'weight'>[]): number {
  const needed = criteria.flatMap(({ min, step, weight }) => [digits(min * weight), digits(step * weight)]);
  return Math.max(0, ...needed);
}

/** Digits after the point of a number of millionths. */
function digits(millionths: number): number {
  let left = MOST;
  for (let rest = Math.abs(millionths); left > 0 && rest % 10 === 0; rest /= 10) left -= 1;
  return left;
}

/** `9.5` as `9.50`; a score that needs more digits keeps them. */
export function padded(decimal: string, decimals: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const full = fraction.padEnd(decimals, '0');
  return full === '' ? whole : `${whole}.${full}`;
}

/** Reads `47/5` as well as `9.4`; null for what is neither. */
export function readExact(text: string): Exact | null {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(text);
  if (fraction) return { n: BigInt(fraction[1] ?? 0), d: BigInt(fraction[2] ?? 1) };
  return /^-?\d+(?:\.\d+)?$/.test(text) ? parseDecimal(text) : null;
}

/** `47/5` with so many digits after the point; what is no figure stays what it is. */
export function fixed(text: string, decimals: number): string {
  const value = readExact(text);
  return value === null ? text : toFixed(value, decimals);
}

/** Highest first; nothing comes last. */
export function byFigure(a: string | null, b: string | null): number {
  const [left, right] = [a === null ? null : readExact(a), b === null ? null : readExact(b)];
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
  return compare(right, left);
}

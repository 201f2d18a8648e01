import { compare, parseDecimal, toFixed, type Exact } from './exact.ts';

/** A figure and how it came about, in sentences a person can follow. */
export type Told = { readonly value: Exact; readonly says: readonly string[] };

const SHOWN_DECIMALS = 12;
const CUT_DECIMALS = 4;
const MOST_NAMES = 5;

/** `9.5`, or `9.4666…`, cut off, where the decimals do not end. */
export function show(value: Exact): string {
  const full = toFixed(value, SHOWN_DECIMALS);
  if (compare(parseDecimal(full), value) === 0) return full.replace(/\.?0+$/, '');
  const sign = value.n < 0n ? '-' : '';
  const cut = { n: ((value.n < 0n ? -value.n : value.n) * 10n ** BigInt(CUT_DECIMALS)) / value.d, d: 10n ** BigInt(CUT_DECIMALS) };
  return `${sign}${toFixed(cut, CUT_DECIMALS)}…`;
}

/** `a, b and 7 others`. */
export function names(ids: readonly string[]): string {
  const rest = ids.length - MOST_NAMES;
  if (rest <= 1) return ids.join(', ');
  return `${ids.slice(0, MOST_NAMES).join(', ')} and ${rest} others`;
}

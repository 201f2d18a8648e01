import { compare, exact, parseDecimal, toFixed, type Exact } from './exact.ts';

/** A figure and how it came about, in sentences a person can follow. */
export type Told = { readonly value: Exact; readonly says: readonly string[] };

const SHOWN_DECIMALS = 12;
const CUT_DECIMALS = 4;
const MOST_NAMES = 5;

/** `9.5`, or `9.4666…`, cut off, where the decimals do not end. */
export function show(value: Exact): string {
  const full = toFixed(value, SHOWN_DECIMALS);
  if (compare(parseDecimal(full), value) === 0) return full.replace(/\.?0+$/, '');
  const scale = 10n ** BigInt(CUT_DECIMALS);
  const cut = exact((value.n * scale) / value.d, scale);
  const sign = value.n < 0n && cut.n === 0n ? '-' : '';
  return `${sign}${toFixed(cut, CUT_DECIMALS)}…`;
}

/** Who else is level: `a, b and 7 more`. A thousand who are level do not make a million names. */
export function othersIn(tied: readonly string[], self: string): string {
  const named = tied
    .slice(0, MOST_NAMES + 1)
    .filter((id) => id !== self)
    .slice(0, MOST_NAMES);
  const rest = tied.length - 1 - named.length;
  return named.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

import type { Criterion } from '#shared/model/ruleset.ts';

/** Digits after the point that a criterion's values can need, 0 to 3. */
export function decimalsOf({ min, step }: Pick<Criterion, 'min' | 'step'>): number {
  for (const [decimals, unit] of [1_000, 100, 10].entries()) {
    if (min % unit === 0 && step % unit === 0) return decimals;
  }
  return 3;
}

/** Thousandths with so many digits after the point: 9,350 with two is `9.35`. Digits beyond are not there to lose. */
export function showThousandths(value: number, decimals: number): string {
  const size = value < 0 ? -value : value;
  const digits = String(size).padStart(4, '0');
  const point = digits.length - 3;
  const sign = value < 0 ? '-' : '';
  return sign + digits.slice(0, point) + (decimals === 0 ? '' : `.${digits.slice(point, point + decimals)}`);
}

/** What was typed, in thousandths; null when it is no decimal of at most three digits after the point. */
export function readThousandths(text: string): number | null {
  const found = /^(-?)(\d{0,5})(?:[.。](\d{0,3}))?$/.exec(text.trim());
  const [, sign, whole = '', rest = ''] = found ?? [];
  if (!found || whole + rest === '') return null;
  const size = Number(whole + rest.padEnd(3, '0'));
  return sign === '-' && size !== 0 ? -size : size;
}

import { LIMITS } from '#shared/limits.ts';

/** 9,500 thousandths as people write them: `9.5`. */
export function figureText(thousandths: number): string {
  const sign = thousandths < 0 ? '-' : '';
  const digits = String(Math.abs(thousandths)).padStart(4, '0');
  const fraction = digits.slice(-3).replace(/0+$/, '');
  const whole = digits.slice(0, -3);
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}

/** What was typed as whole thousandths, without a float on the way; null for what is no figure of a contest. */
export function readFigure(text: string): number | null {
  const found = /^(-?)(\d{1,7})(?:[.。](\d{0,3}))?$/.exec(text.trim());
  if (!found) return null;
  const [, sign = '', whole = '0', fraction = ''] = found;
  const size = Number(whole) * 1_000 + Number(fraction.padEnd(3, '0'));
  if (size > LIMITS.thousandths) return null;
  return sign === '-' && size > 0 ? -size : size;
}

/** A whole number, as seconds and places are. */
export function readWhole(text: string): number | null {
  return /^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : null;
}

/** `12, 10 8` as thousandths are for single figures: a list of points, best place first; null when one is none. */
export function readPoints(text: string): number[] | null {
  const words = text.split(/[\s,，、]+/).filter((word) => word !== '');
  const points = words.map(readWhole);
  return points.length > 0 && points.every((point) => point !== null) ? points : null;
}

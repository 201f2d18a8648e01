import type { Found } from './dictionary.ts';
import { GAP } from './glyph.ts';
import type { Reading } from './reading.ts';

/** Numbers shorter than this are not looked for across signs: 6.4 is a score. */
const CUT_DIGITS = 5;
const VOWEL = /[aeiouy]/;

/**
 * Whether letters found at `start` are the word, and not a piece of other words. Hanzi stand for themselves, whatever
 * is put between them. For scripts with spaces:
 *
 * 1. The word is not part of a longer one: no letter joins it before or after (Scunthorpe, class). Digits, hanzi and
 *    signs end a word: `fuck123`, `你fuck`.
 * 2. Cut by signs (`f.u.c.k`, `fu*ck`) it is still the word.
 * 3. Cut by spaces it is the word when the pieces cannot be words themselves: one has no vowel (`f uck`, `fu ck`) or all
 *    are single letters (`s e x`). So `pen is` and `an us` pass.
 * 4. Cut in any way, it does not start in the tail of another token: `let's hit`, `U.S. hit`.
 * 5. Gaps the entry has itself are no cuts: `fuck you`.
 * 6. A short number is not cut (6.4 is no 64), and is not part of a longer number.
 */
export function isSpelled(reading: Reading, found: Found): boolean {
  const { pattern, start } = found;
  const end = start + pattern.letters.length;
  if (continues(reading, start) || continues(reading, end)) return false;

  const cuts = cutsWithin(reading, found);
  if (cuts.digits && countKind(reading, start, end, 'digit') < CUT_DIGITS) return false;
  if ((cuts.joints || cuts.spaces.length > 0) && startsInTail(reading, start)) return false;
  return cuts.spaces.length === 0 || areNoWords(piecesOf(reading.letters, start, end, cuts.spaces));
}

/** Whether the units before and at `unit` belong to one word or number. */
const continues = (reading: Reading, unit: number): boolean =>
  unit > 0 && reading.gaps[unit] === GAP.none && isJoined(reading, unit);

/** Both sides of `unit` are of a kind that holds together: letters with letters, digits with digits. */
const isJoined = (reading: Reading, unit: number): boolean =>
  reading.kinds[unit] !== 'other' && reading.kinds[unit] === reading.kinds[unit - 1];

function cutsWithin(reading: Reading, { pattern, start }: Found) {
  const cuts = { digits: false, joints: false, spaces: [] as number[] };
  for (let unit = start + 1; unit < start + pattern.letters.length; unit += 1) {
    if (reading.gaps[unit] === GAP.none || pattern.gaps[unit - start] || !isJoined(reading, unit)) continue;
    if (reading.kinds[unit] === 'digit') cuts.digits = true;
    else if (reading.gaps[unit] === GAP.space) cuts.spaces.push(unit);
    else cuts.joints = true;
  }
  return cuts;
}

const startsInTail = (reading: Reading, start: number): boolean =>
  start > 0 && reading.gaps[start] === GAP.connector && isJoined(reading, start);

function countKind(reading: Reading, start: number, end: number, kind: Reading['kinds'][number]): number {
  let count = 0;
  for (let unit = start; unit < end; unit += 1) if (reading.kinds[unit] === kind) count += 1;
  return count;
}

const piecesOf = (letters: string, start: number, end: number, cuts: readonly number[]): string[] =>
  [start, ...cuts].map((from, index) => letters.slice(from, cuts[index] ?? end));

const areNoWords = (pieces: readonly string[]): boolean =>
  pieces.some((piece) => !VOWEL.test(piece)) || pieces.every((piece) => piece.length === 1);

/** Whether a stretched word has at least the repetitions of the entry, and no others but stretches of three or more. */
export const isStretchOf = (reading: Reading, { pattern, start }: Found): boolean =>
  pattern.runs.every((want, unit) => {
    const have = reading.runs[start + unit]!;
    return have === want || (have >= 3 && have > want);
  });

/**
 * Whether letters that are partly drawn were meant as letters: one at least is real, and digits do not outnumber the
 * real ones. `sh1t` and `a$$` are, the number 455 is not, nor is the seat 5B.
 */
export function isDrawn(reading: Reading, { pattern, start }: Found): boolean {
  const drawn = reading.drawnWith.slice(start, start + pattern.letters.length);
  const digits = drawn.filter((how) => how === 'digit').length;
  const real = drawn.filter((how) => how === null).length;
  return real > 0 && (digits === 0 || (drawn.length >= 3 && digits <= real));
}

/** Whether the letters at `start` have gaps exactly where the entry has them: how an innocent word must be written. */
export const isWrittenAs = (reading: Reading, { pattern, start }: Found): boolean =>
  pattern.gaps.every((gap, unit) => unit === 0 || gap === (reading.gaps[start + unit] !== GAP.none));

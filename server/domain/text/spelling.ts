import type { Found, Pattern } from './dictionary.ts';
import { GAP } from './glyph.ts';
import type { Unit } from './reading.ts';

/** Numbers shorter than this are not looked for across signs: 6.4 is a score. */
const CUT_DIGITS = 5;
const VOWEL = /[aeiouy]/;

/**
 * Whether letters that were found are the word, and not pieces of other words. Hanzi stand for themselves, whatever is
 * put between them. In scripts with spaces:
 *
 * 1. The word is not part of a longer one: no letter joins it before or after (Scunthorpe, class). Digits, hanzi and
 *    signs end a word: `fuck123`, `你fuck`. So `fucking` is an entry of its own.
 * 2. Cut by signs (`f.u.c.k`, `fu*ck`) it is still the word.
 * 3. Cut by spaces it is the word when the pieces cannot be words themselves: one has no vowel (`f uck`, `fu ck`) or all
 *    are single letters (`u s a`). So `pen is` and `an us` pass.
 * 4. Cut in any way, it does not start in the tail of another token: `let's hit`, `U.S. hit`.
 * 5. Gaps the entry has itself are no cuts: `fuck you`.
 * 6. A short number is not cut (6.4 is no 64), and no number is part of a longer one.
 */
export function isSpelled({ pattern, units, before, after }: Found): boolean {
  const [first] = units;
  const last = units.at(-1);
  if (hold(before, first) && first?.gap === GAP.none) return false;
  if (hold(last, after) && after?.gap === GAP.none) return false;

  const cuts = cutsOf(units, pattern);
  if (cuts.length === 0) return true;
  if (cuts.some(({ kind }) => kind === 'digit') && countDigits(units) < CUT_DIGITS) return false;
  if (hold(before, first) && first?.gap === GAP.connector && first.kind === 'letter') return false;
  const spaces = cuts.filter(({ kind, gap }) => kind === 'letter' && gap === GAP.space);
  return spaces.length === 0 || areNoWords(piecesOf(units, spaces));
}

/** Both are of a kind that holds together without a gap: letters with letters, digits with digits. */
const hold = (left: Unit | undefined, right: Unit | undefined): boolean =>
  left !== undefined && left.kind === right?.kind && left.kind !== 'other';

/** The units before which the word was cut, though the entry is not. */
const cutsOf = (units: readonly Unit[], { gaps }: Pattern): Unit[] =>
  units.filter(
    (unit, index) => index > 0 && unit.gap !== GAP.none && !gaps[index] && hold(units[index - 1], unit),
  );

const countDigits = (units: readonly Unit[]): number => units.filter(({ kind }) => kind === 'digit').length;

function piecesOf(units: readonly Unit[], spaces: readonly Unit[]): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const unit of units) {
    if (spaces.includes(unit)) {
      pieces.push(piece);
      piece = '';
    }
    piece += unit.letter;
  }
  return [...pieces, piece];
}

const areNoWords = (pieces: readonly string[]): boolean =>
  pieces.some((piece) => !VOWEL.test(piece)) || pieces.every((piece) => piece.length === 1);

/** Whether each letter stands as often as in the entry, or is stretched: three times or more, and more often. */
export const isStretchOf = ({ pattern, units }: Found): boolean =>
  pattern.runs.every((want, index) => {
    const have = units[index]?.run ?? 0;
    return have === want || (have >= 3 && have > want);
  });

/**
 * Whether letters that are partly drawn were meant as letters: one at least is real, and digits do not outnumber the
 * real ones. `sh1t` and `a$$` are, the number 455 is not, nor is the seat 5B.
 */
export function isDrawn({ units }: Found): boolean {
  const digits = units.filter(({ drawnWith }) => drawnWith === 'digit').length;
  const real = units.filter(({ drawnWith }) => drawnWith === undefined).length;
  return real > 0 && (digits === 0 || (units.length >= 3 && digits <= real));
}

/** Whether there are gaps exactly where the entry has them: how an innocent word must be written. */
export const isWrittenAs = ({ pattern, units }: Found): boolean =>
  units.every((unit, index) => index === 0 || (unit.gap !== GAP.none) === pattern.gaps[index]);

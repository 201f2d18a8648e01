import AhoCorasick from 'modern-ahocorasick';
import { GAP } from './glyph.ts';
import type { Reading, Unit } from './reading.ts';

/** An entry of a word list as it is looked for. */
export type Pattern = {
  /** The entry as the organiser wrote it. */
  word: string;
  letters: string;
  /** Parallel to `letters`: whether the entry itself has a gap before this one, as `fuck you` has before the y. */
  gaps: boolean[];
  /** Parallel to `letters`: how often this one stands there, where repetitions were folded; else 1. */
  runs: number[];
};

/** The units of a reading that have a pattern's letters, and the units next to them. */
export type Found = { pattern: Pattern; units: Unit[]; before: Unit | undefined; after: Unit | undefined };

/** Finds all patterns in a reading in one pass, overlapping ones too. */
export type Dictionary = { isEmpty: boolean; find(reading: Reading): Found[] };

/** The pattern that looks for `word`, read and perhaps with its runs folded. */
export const toPattern = (word: string, { letters, units }: Reading): Pattern => ({
  word,
  letters,
  gaps: units.map(({ gap }) => gap !== GAP.none),
  runs: units.map(({ run }) => run),
});

/** Compiles patterns. Of entries looked for alike (Ass, ass) the first stands for all; those without letters are left out. */
export function dictionaryOf(patterns: readonly Pattern[]): Dictionary {
  const byLetters = Map.groupBy(unlike(patterns), ({ letters }) => letters);
  if (byLetters.size === 0) return { isEmpty: true, find: () => [] };

  const openings = new Set([...byLetters.keys()].map((letters) => opening(letters, 0, letters.length)));
  const automaton = new AhoCorasick([...byLetters].map(([pattern, data]) => ({ pattern, data })));
  return {
    isEmpty: false,
    find({ letters, units }) {
      // The automaton cuts a text into graphemes first, which costs far more than this look at its pairs of letters.
      if (!hasOpening(letters, openings)) return [];
      return automaton.search(letters).flatMap(({ data = [], start, end }) =>
        data.map((pattern) => ({
          pattern,
          units: units.slice(start, end),
          before: units[start - 1],
          after: units[end],
        })),
      );
    },
  };
}

function unlike(patterns: readonly Pattern[]): Pattern[] {
  const firsts = new Map<string, Pattern>();
  for (const pattern of patterns) {
    const key = `${pattern.letters} ${pattern.gaps.map(Number).join('')} ${pattern.runs.join()}`;
    if (pattern.letters !== '' && !firsts.has(key)) firsts.set(key, pattern);
  }
  return [...firsts.values()];
}

function hasOpening(letters: string, openings: ReadonlySet<number>): boolean {
  for (let unit = 0; unit < letters.length; unit += 1) {
    if (openings.has(opening(letters, unit, 1)) || openings.has(opening(letters, unit, 2))) return true;
  }
  return false;
}

/** The first two units as one number, or the only one. */
const opening = (letters: string, at: number, length: number): number =>
  letters.charCodeAt(at) + (length > 1 ? 0x1_0000 * (letters.charCodeAt(at + 1) + 1) : 0);

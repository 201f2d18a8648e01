import AhoCorasick from 'modern-ahocorasick';
import { GAP } from './glyph.ts';
import type { Reading } from './reading.ts';

/** An entry of a word list as it is looked for. */
export type Pattern = {
  /** The entry as the organiser wrote it. */
  word: string;
  letters: string;
  /** Parallel to `letters`: whether the entry itself has a gap before this unit, as `fuck you` has before the y. */
  gaps: boolean[];
  runs: number[];
};

export const toPattern = (word: string, reading: Reading): Pattern => ({
  word,
  letters: reading.letters,
  gaps: reading.gaps.slice(0, -1).map((gap) => gap !== GAP.none),
  runs: reading.runs,
});

/** A pattern whose letters begin at the unit `start` of a reading. */
export type Found = { pattern: Pattern; start: number };

/** Finds all patterns in a reading in one pass. */
export type Dictionary = { isEmpty: boolean; find(reading: Reading): Found[] };

/** Compiles patterns; entries with the same letters (gaps and case may differ) share a place. */
export function dictionaryOf(patterns: readonly Pattern[]): Dictionary {
  const byLetters = Map.groupBy(
    patterns.filter(({ letters }) => letters !== ''),
    ({ letters }) => letters,
  );
  if (byLetters.size === 0) return { isEmpty: true, find: () => [] };

  const openings = new Set([...byLetters.keys()].map((letters) => opening(letters, 0, letters.length)));
  const automaton = new AhoCorasick([...byLetters].map(([pattern, data]) => ({ pattern, data })));
  return {
    isEmpty: false,
    find({ letters }) {
      // The automaton cuts a text into graphemes first, which costs ten times this look at its pairs of letters.
      if (!hasOpening(letters, openings)) return [];
      return automaton
        .search(letters)
        .flatMap(({ data = [], start }) => data.map((pattern) => ({ pattern, start })));
    },
  };
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

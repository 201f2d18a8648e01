import { GAP, glyphOf, type Gap, type Glyph, type Kind, type Look } from './glyph.ts';

/** A text reduced to what it spells. All lists run parallel to the UTF-16 units of `letters`. */
export type Reading = {
  letters: string;
  /** Where in the original text a unit's code point starts and ends. */
  starts: number[];
  ends: number[];
  kinds: Kind[];
  /** What stands before a unit; one longer than `letters`, the last for what follows it all. */
  gaps: Gap[];
  drawnWith: (Glyph['drawnWith'] | null)[];
  /** How often a letter was repeated where repetitions were folded, else 1. */
  runs: number[];
};

const empty = (): Reading => ({ letters: '', starts: [], ends: [], kinds: [], gaps: [], drawnWith: [], runs: [] });

/** Reads a text under a look, in time linear in its length; any string will do, clean or not. */
export function read(text: string, look: Look): Reading {
  const reading = empty();
  let gap: Gap = GAP.none;
  let start = 0;
  for (const codePoint of text) {
    const glyph = glyphOf(codePoint, look);
    const end = start + codePoint.length;
    if (glyph.letters === '') gap = widened(gap, glyph.gap);
    for (let unit = 0; unit < glyph.letters.length; unit += 1) {
      reading.starts.push(start);
      reading.ends.push(end);
      reading.kinds.push(glyph.kind);
      reading.gaps.push(gap);
      reading.drawnWith.push(glyph.drawnWith ?? null);
      reading.runs.push(1);
      gap = GAP.none;
    }
    reading.letters += glyph.letters;
    start = end;
  }
  reading.gaps.push(gap);
  return reading;
}

/** Two connectors in a row connect nothing. */
const widened = (gap: Gap, next: Gap): Gap =>
  gap === GAP.connector && next === GAP.connector ? GAP.joint : gap > next ? gap : next;

/** The same reading with letters that stand side by side and repeat (fuuuck) folded to one and counted in `runs`. */
export function foldRuns(reading: Reading): Reading {
  const folded = empty();
  for (let unit = 0; unit < reading.letters.length; unit += 1) {
    const last = folded.runs.length - 1;
    if (repeats(reading, unit)) {
      folded.runs[last] = folded.runs[last]! + 1;
      folded.ends[last] = reading.ends[unit]!;
      continue;
    }
    folded.letters += reading.letters[unit]!;
    folded.starts.push(reading.starts[unit]!);
    folded.ends.push(reading.ends[unit]!);
    folded.kinds.push(reading.kinds[unit]!);
    folded.gaps.push(reading.gaps[unit]!);
    folded.drawnWith.push(reading.drawnWith[unit]!);
    folded.runs.push(1);
  }
  folded.gaps.push(reading.gaps.at(-1)!);
  return folded;
}

/** Three of a letter side by side: no English word has that. */
export function hasStretch(reading: Reading): boolean {
  for (let unit = 2; unit < reading.letters.length; unit += 1) {
    if (repeats(reading, unit) && repeats(reading, unit - 1)) return true;
  }
  return false;
}

const repeats = (reading: Reading, unit: number): boolean =>
  unit > 0 &&
  reading.kinds[unit] === 'letter' &&
  reading.gaps[unit] === GAP.none &&
  reading.letters[unit] === reading.letters[unit - 1];

import { GAP, glyphOf, type Gap, type Glyph, type Kind, type Look } from './glyph.ts';

/** One UTF-16 unit of what a text spells. */
export type Unit = {
  letter: string;
  /** Where in the original text the code point starts and ends that it was read from. */
  start: number;
  end: number;
  kind: Kind;
  /** What stands between the unit before and this one. */
  gap: Gap;
  drawnWith: Glyph['drawnWith'];
  /** How often the letter stands here, where repetitions were folded; else 1. */
  run: number;
};

/** A text reduced to what it spells: `letters`, and one unit for each of its UTF-16 units. */
export type Reading = { letters: string; units: Unit[] };

/** Reads a text under a look, in time linear in its length; any string will do, clean or not. */
export function read(text: string, look: Look): Reading {
  const units: Unit[] = [];
  let letters = '';
  let gap: Gap = GAP.none;
  let start = 0;
  for (const codePoint of text) {
    const glyph = glyphOf(codePoint, look);
    const { kind, drawnWith } = glyph;
    const end = start + codePoint.length;
    if (glyph.letters === '') gap = widened(gap, glyph.gap);
    for (let index = 0; index < glyph.letters.length; index += 1) {
      units.push({ letter: glyph.letters.charAt(index), start, end, kind, gap, drawnWith, run: 1 });
      gap = GAP.none;
    }
    letters += glyph.letters;
    start = end;
  }
  return { letters, units };
}

/** Two connectors in a row connect nothing. */
function widened(gap: Gap, next: Gap): Gap {
  if (gap === GAP.connector && next === GAP.connector) return GAP.joint;
  return gap > next ? gap : next;
}

/** The same reading with letters that stand side by side and repeat (fuuuck) folded to one, which counts them. */
export function foldRuns({ units }: Reading): Reading {
  const folded: Unit[] = [];
  for (const unit of units) {
    const last = folded.at(-1);
    if (last && repeats(last, unit)) {
      last.run += 1;
      last.end = unit.end;
    } else {
      folded.push({ ...unit });
    }
  }
  return { letters: folded.map(({ letter }) => letter).join(''), units: folded };
}

/** Three of a letter side by side: no English word has that. */
export function hasStretch({ units }: Reading): boolean {
  let run = 1;
  let last: Unit | undefined;
  for (const unit of units) {
    run = last && repeats(last, unit) ? run + 1 : 1;
    if (run === 3) return true;
    last = unit;
  }
  return false;
}

const repeats = (last: Unit, unit: Unit): boolean =>
  unit.kind === 'letter' && unit.gap === GAP.none && unit.letter === last.letter;

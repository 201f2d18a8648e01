import { Converter } from 'opencc-js/t2cn';
import { drawnLetter, emblemLetter, latinTwin } from './look-alikes.ts';

/**
 * How a text is read:
 * - `bare`: letters and digits only; every sign is decoration.
 * - `drawn`: a sign or digit that pictures a letter is that letter: `$`, `ⓕ`, `🅰`, `1` as i.
 * - `drawnTall`: the same, with an upright stroke as l.
 * - `written`: signs are kept as they are, for words made of signs.
 */
export type Look = 'bare' | 'drawn' | 'drawnTall' | 'written';

/** What keeps two letters apart, weakest first. Invisible characters and marks do not; a connector is one of `'-.&/`. */
export const GAP = { none: 0, connector: 1, joint: 2, space: 3 } as const;
export type Gap = (typeof GAP)[keyof typeof GAP];

/** `letter`: of a script that puts spaces between words. `other`: hanzi, kana, Hangul, Thai …, and kept signs. */
export type Kind = 'letter' | 'digit' | 'other';

/** One code point, read. Without `letters` it only keeps its neighbours apart, by `gap`. */
export type Glyph = {
  letters: string;
  kind: Kind;
  gap: Gap;
  /** Set where a look took it for a letter that it is not. */
  drawnWith?: 'digit' | 'sign' | undefined;
};

const WHITE_SPACE = /[\t-\r\x85\p{Z}]/u;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/u;
/** Besides signs: unassigned code points, and letters used as strokes or ticks between others: 傻丶逼. */
const DECORATION = /[\p{P}\p{S}\p{Cn}\p{Co}\p{Cs}\u02b9-\u02df\u02ec-\u02ff\u0640丨丶丿]/u;
const CONNECTOR = /['’.\-&/]/;
const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}]/gu;
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Hang}\p{sc=Yiii}\p{sc=Tibt}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** The Hong Kong table holds the standard one and the variants 敍粧枱; 著 stands for 着 outside the mainland. */
const toSimplified = Converter({ from: 'hk', to: 'cn' });
/** Twice, because some results are traditional in turn: 薴 → 苧 → 苎. */
const simplified = (letter: string): string => (letter === '著' ? '着' : toSimplified(toSimplified(letter)));

/**
 * Letters and digits of one code point, folded for comparison: NFKD without marks, traditional → simplified, lower case,
 * Latin look-alikes → Latin. Context plays no part, so a word folds the same wherever it stands. (OpenCC's phrase
 * tables are left out for that reason: with them 乾 is 干 in one phrase and itself in another.)
 */
export function foldLetters(codePoint: string): string {
  let folded = '';
  for (const part of latinTwin(codePoint) ?? decomposed(codePoint)) {
    const lower = (latinTwin(part) ?? simplified(part)).toLowerCase();
    folded += (latinTwin(lower) ?? lower).replace(NEITHER_LETTER_NOR_DIGIT, '');
  }
  return folded;
}

/** Hangul stays whole: taken apart, one syllable would be found inside another. */
const decomposed = (codePoint: string): string =>
  /\p{sc=Hang}/u.test(codePoint) ? codePoint : codePoint.normalize('NFKD');

function readGlyph(codePoint: string, look: Look): Glyph {
  if (WHITE_SPACE.test(codePoint)) return separator(GAP.space);
  if (INVISIBLE.test(codePoint)) return separator(GAP.none);
  if (look === 'written') return readWritten(codePoint);

  const isSign = DECORATION.test(codePoint);
  const letters = isSign ? '' : foldLetters(codePoint);
  if (look !== 'bare') {
    const drawn = drawnLetter(isSign ? codePoint : letters, look === 'drawnTall');
    if (drawn) return { letters: drawn, kind: 'letter', gap: GAP.none, drawnWith: isSign ? 'sign' : 'digit' };
    const pictured = isSign ? (emblemLetter(codePoint) ?? foldLetters(codePoint)) : '';
    if (pictured) return glyph(pictured);
  }
  if (letters === '') return separator(CONNECTOR.test(codePoint) ? GAP.connector : GAP.joint);
  return glyph(letters);
}

function readWritten(codePoint: string): Glyph {
  if (/\p{Emoji_Modifier}/u.test(codePoint)) return separator(GAP.none);
  if (DECORATION.test(codePoint)) return { letters: codePoint, kind: 'other', gap: GAP.none };
  return glyph(foldLetters(codePoint));
}

const separator = (gap: Gap): Glyph => ({ letters: '', kind: 'other', gap });
const glyph = (letters: string): Glyph => ({ letters, kind: kindOf(letters), gap: GAP.none });

function kindOf(letters: string): Kind {
  if (/^\p{Nd}/u.test(letters)) return 'digit';
  return /^\p{L}/u.test(letters) && !UNSPACED.test(letters) ? 'letter' : 'other';
}

/** Enough for the characters of a language; a text made of all of Unicode starts it over. */
const CACHED_GLYPHS = 16_384;
const caches: Record<Look, Map<string, Glyph>> = {
  bare: new Map(),
  drawn: new Map(),
  drawnTall: new Map(),
  written: new Map(),
};

/** The glyph of one code point under a look; remembered. */
export function glyphOf(codePoint: string, look: Look): Glyph {
  const cache = caches[look];
  const known = cache.get(codePoint);
  if (known) return known;
  if (cache.size >= CACHED_GLYPHS) cache.clear();
  const read = readGlyph(codePoint, look);
  cache.set(codePoint, read);
  return read;
}

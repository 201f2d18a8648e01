import type { WordList } from '#shared/model/event.ts';
import { dictionaryOf, toPattern, type Found, type Pattern } from './dictionary.ts';
import type { Look } from './glyph.ts';
import { foldRuns, hasStretch, read, type Reading, type Unit } from './reading.ts';
import { isDrawn, isSpelled, isStretchOf, isWrittenAs } from './spelling.ts';

/** A blocked word in a text: the list's entry, and its range in the text as it came, in UTF-16 units. */
export type WordHit = { word: string; start: number; end: number };

/** A compiled word list: immutable, without state between calls, so one serves any number of texts. */
export type WordMatcher = {
  /** Every blocked word in the text, by position; overlapping words each count. */
  match(text: string): WordHit[];
};

/**
 * Compiles an event's word list. Keep the result as long as the list stands: 20,000 words take about 0.2 s, a comment
 * of 100 characters then some 20 µs (`words.cost.test.ts` holds bounds). Entries are plain words, never patterns; time
 * is linear in the text whatever the list (Aho–Corasick).
 *
 * A text is read without signs, spaces, marks and invisible characters, in simplified characters and lower case, with
 * look-alikes as Latin; where it has any, also with signs and digits as the letters they picture, and with stretched
 * letters shortened. Which letters are a word, and which are pieces of others: `isSpelled`. An entry of which letters
 * say too little (🖕, c++, a$$) is looked for as written. A hit inside an allowed word that is itself written plainly
 * is none: 大麻 in 大麻烦.
 */
export function compileWords({ block, allow }: Pick<WordList, 'block' | 'allow'>): WordMatcher {
  const blocked = block.map(readEntry);
  const allowed = allow.map(readEntry);
  const plain = dictionaryOf(patterns(blocked, 'bare'));
  const stretched = dictionaryOf(blocked.filter(isStretchable).map(stretchedPattern));
  const written = dictionaryOf(patterns(blocked, 'written'));
  const innocent = {
    bare: dictionaryOf(patterns(allowed, 'bare')),
    written: dictionaryOf(patterns(allowed, 'written')),
  };

  function* find(text: string): Generator<WordHit> {
    const bare = read(text, 'bare');
    yield* inReading(bare);
    for (const look of drawnLooks(text, bare)) yield* inReading(read(text, look));
    if (!written.isEmpty) yield* inWritten(read(text, 'written'));
  }

  function* inReading(reading: Reading): Generator<WordHit> {
    for (const found of plain.find(reading)) {
      if (isSpelled(found) && isDrawn(found)) yield toHit(found);
    }
    if (stretched.isEmpty || !hasStretch(reading)) return;
    const folded = foldRuns(reading);
    for (const found of stretched.find(folded)) {
      if (isStretchOf(found) && isSpelled(found) && isDrawn(found)) yield toHit(found);
    }
  }

  function* inWritten(reading: Reading): Generator<WordHit> {
    for (const found of written.find(reading)) if (isSpelled(found)) yield toHit(found);
  }

  function* pardons(text: string): Generator<WordHit> {
    for (const look of ['bare', 'written'] as const) {
      if (innocent[look].isEmpty) continue;
      const reading = read(text, look);
      for (const found of innocent[look].find(reading)) if (isWrittenAs(found)) yield toHit(found);
    }
  }

  return {
    match(text) {
      const hits = [...find(text)];
      if (hits.length === 0) return hits;
      const ranges = [...pardons(text)];
      return distinct(hits.filter((hit) => !ranges.some((range) => isWithin(hit, range))));
    },
  };
}

type Entry = { word: string; reading: Reading; look: 'bare' | 'written' };

function readEntry(word: string): Entry {
  const bare = read(word, 'bare');
  const written = read(word, 'written');
  const saysTooLittle = bare.letters === '' || (bare.letters.length === 1 && !bare.units.some(isUnspaced));
  const look = saysTooLittle && written.letters.length > bare.letters.length ? 'written' : 'bare';
  return { word, look, reading: look === 'bare' ? bare : written };
}

const isUnspaced = ({ kind }: Unit): boolean => kind === 'other';
const isLetter = ({ kind }: Unit): boolean => kind === 'letter';

const patterns = (entries: readonly Entry[], look: Entry['look']): Pattern[] =>
  entries.filter((entry) => entry.look === look).map(({ word, reading }) => toPattern(word, reading));

const isStretchable = ({ look, reading }: Entry): boolean => look === 'bare' && reading.units.some(isLetter);
const stretchedPattern = ({ word, reading }: Entry): Pattern => toPattern(word, foldRuns(reading));

const PICTURES = /[\u2100-\u214f\u2460-\u24ff\u3200-\u33ff\u{1f100}-\u{1f2ff}]/u;
const DRAWN = /[013457@$!|+€¢０１３４５７]/;
const UPRIGHT = /[1!|１]/;

/** The looks under which a text may say more than it does bare. */
function drawnLooks(text: string, bare: Reading): Look[] {
  const hasDrawings = PICTURES.test(text) || (DRAWN.test(text) && bare.units.some(isLetter));
  if (!hasDrawings) return [];
  return UPRIGHT.test(text) ? ['drawn', 'drawnTall'] : ['drawn'];
}

const toHit = ({ pattern: { word }, units }: Found): WordHit => ({
  word,
  start: units[0]?.start ?? 0,
  end: units.at(-1)?.end ?? 0,
});

const isWithin = (hit: WordHit, range: WordHit): boolean => hit.start >= range.start && hit.end <= range.end;

/** The same word in the same place, read in several ways, counts once. */
const distinct = (hits: readonly WordHit[]): WordHit[] =>
  [...new Map(hits.map((hit) => [`${hit.start} ${hit.end} ${hit.word}`, hit])).values()].toSorted(
    (one, other) => one.start - other.start || other.end - one.end,
  );

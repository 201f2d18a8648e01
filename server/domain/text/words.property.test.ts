import { fc, test as prop } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { foldLetters } from './glyph.ts';
import { compileWords } from './words.ts';

const hanziLetter = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
const latin = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
const codePoint = fc.integer({ min: 0x20, max: 0x2ffff }).filter((code) => code < 0xd800 || code > 0xdfff);
const signs = codePoint.map((code) => String.fromCodePoint(code));
const stripped = signs.filter((sign) => /[\p{Cf}\p{M}\p{Z}\p{P}\p{S}]/u.test(sign));
const strippedButSpaces = stripped.filter((sign) => !/\p{Z}/u.test(sign));

const chineseWord = fc.string({
  unit: hanziLetter.filter((letter) => !'丨丶丿'.includes(letter)),
  minLength: 1,
  maxLength: 6,
});
const englishWord = fc.string({ unit: latin, minLength: 2, maxLength: 10 });
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(...'傻逼賭赌博fFｆuck.1$ⓕﬀ 　\u200d\u0301'), maxLength: 80 }),
);

/** The letters of `word` with some of `between` before each but the first. */
const interleaved = (word: string, between: readonly string[][]): string =>
  [...word].map((letter, index) => (index === 0 ? '' : (between[index] ?? []).join('')) + letter).join('');

prop.prop([anyText, fc.array(fc.oneof(chineseWord, englishWord, anyText), { maxLength: 10 })])(
  'every hit is a range of the text, in order, and names an entry',
  (text, words) => {
    const block = [...words, '傻逼', '赌博', 'fuck', 'ff', 'c'];
    const hits = compileWords({ block, allow: [] }).match(text);
    for (const { word, start, end } of hits) {
      expect(block).toContain(word);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(text.slice(0, start).isWellFormed() || !text.isWellFormed()).toBe(true);
    }
    expect(hits.map(({ start }) => start)).toEqual(hits.map(({ start }) => start).toSorted((a, b) => a - b));
  },
);

prop.prop([
  chineseWord,
  fc.array(fc.array(stripped, { maxLength: 3 }), { maxLength: 6 }),
  chineseWord,
  chineseWord,
])(
  'nothing that is stripped hides a Chinese word, wherever it is put and whatever stands around',
  (word, between, before, after) => {
    const hidden = interleaved(word, between);
    const hits = compileWords({ block: [word], allow: [] }).match(before + hidden + after);
    expect(hits).toContainEqual({ word, start: before.length, end: before.length + hidden.length });
  },
);

prop.prop([englishWord, fc.array(fc.array(strippedButSpaces, { maxLength: 3 }), { maxLength: 10 })])(
  'nothing that is stripped hides an English word, but spaces that make other words of it',
  (word, between) => {
    const hidden = interleaved(word, between);
    const hits = compileWords({ block: [word], allow: [] }).match(`说 ${hidden}，对`);
    expect(hits).toContainEqual({ word, start: 2, end: 2 + hidden.length });
  },
);

prop.prop([englishWord, fc.constantFrom(' ', '  ', '　', '. ', '-', ' * ')])(
  'an English word spaced out letter by letter is found',
  (word, space) => {
    expect(compileWords({ block: [word], allow: [] }).match([...word].join(space))).toHaveLength(1);
  },
);

prop.prop([englishWord, englishWord, englishWord])(
  'an English word inside another is not found',
  (word, before, after) => {
    fc.pre([...word].every((letter) => !before.includes(letter) && !after.includes(letter)));
    expect(compileWords({ block: [word], allow: [] }).match(before + word + after)).toEqual([]);
  },
);

prop.prop([
  fc.array(fc.string({ unit: fc.constantFrom(...'abcdefg甲乙丙丁'), minLength: 1, maxLength: 5 }), {
    minLength: 1,
  }),
  fc.string({ unit: fc.constantFrom(...'hjkmnpqrtuvwxyz戊己庚辛 .,。！2689😀'), maxLength: 80 }),
])('a text without any letter of the list has no hit', (block, text) => {
  expect(compileWords({ block, allow: [] }).match(text)).toEqual([]);
});

prop.prop([chineseWord, chineseWord, chineseWord])(
  'a hit inside an allowed word is none',
  (word, before, after) => {
    const innocent = before + word + after;
    fc.pre(innocent.indexOf(word) === before.length && innocent.lastIndexOf(word) === before.length);
    expect(compileWords({ block: [word], allow: [innocent] }).match(innocent)).toEqual([]);
  },
);

prop.prop([signs])('folding is done once and for all', (sign) => {
  const folded = foldLetters(sign);
  expect([...folded].map(foldLetters).join('')).toBe(folded);
});

test('every hanzi folds to one hanzi, and that to itself', () => {
  const hanzi = Array.from({ length: 0xa000 - 0x3400 }, (_, index) => String.fromCodePoint(0x3400 + index));
  const folds = (letter: string): boolean => {
    const folded = foldLetters(letter);
    return [...folded].length <= 1 && foldLetters(folded) === folded;
  };
  expect(hanzi.filter((letter) => !folds(letter))).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { compileWords } from './words.ts';

const matcher = compileWords({
  block: [
    '傻逼',
    '赌博',
    '加V信',
    '大麻',
    '去死',
    '可卡',
    '看着',
    '薴麻',
    'fuck',
    'ass',
    'shit',
    'penis',
    'cunt',
    'sb',
    'fuck you',
    '64',
    '12345678',
    '🖕',
    'c++',
  ],
  allow: ['大麻烦', '可卡因果', '去死胡同', 'Scunthorpe', 'ass-kisser'],
});
const wordsIn = (text: string): string[] => matcher.match(text).map(({ word }) => word);

describe('Chinese', () => {
  test.each([
    ['你傻逼吧', '傻逼'],
    ['傻 逼', '傻逼'],
    ['傻　　逼', '傻逼'],
    ['傻\u200b逼', '傻逼'],
    ['傻\u200d逼', '傻逼'],
    ['傻\u3164逼', '傻逼'],
    ['傻\n逼', '傻逼'],
    ['傻*逼', '傻逼'],
    ['傻😀逼', '傻逼'],
    ['傻™逼', '傻逼'],
    ['傻丶逼', '傻逼'],
    ['傻\u0336逼\u0336', '傻逼'],
    ['賭-博', '赌博'],
    ['賭　博網站', '赌博'],
    ['看著', '看着'],
    ['加V信', '加V信'],
    ['加 V 信', '加V信'],
    ['加ｖ信', '加V信'],
    ['加🅥信', '加V信'],
    ['加ν信', '加V信'],
    ['吸大麻', '大麻'],
    ['大麻，烦', '大麻'],
    ['你去死！胡同学', '去死'],
    ['这种苎麻', '薴麻'],
  ])('%j has %s', (text, word) => {
    expect(wordsIn(text)).toEqual([word]);
  });

  test.each(['傻得逼真', '博赌', '大麻烦', '大麻煩了', '可卡因果', '走进去死胡同', '可靠', '加油', ''])(
    '%j has none',
    (text) => {
      expect(wordsIn(text)).toEqual([]);
    },
  );
});

describe('English', () => {
  test.each([
    ['fuck', 'fuck'],
    ['FUCK!', 'fuck'],
    ['ＦＵＣＫ', 'fuck'],
    ['你fuck我', 'fuck'],
    ['fuck123', 'fuck'],
    ['f.u.c.k', 'fuck'],
    ['f u c k', 'fuck'],
    ['f  u  c  k', 'fuck'],
    ['f-u c-k', 'fuck'],
    ['fu*ck', 'fuck'],
    ['f uck', 'fuck'],
    ['fu ck', 'fuck'],
    ['f\u200bu\u200bc\u200bk', 'fuck'],
    ['fúçk', 'fuck'],
    ['fuuuuck', 'fuck'],
    ['FFFFuck', 'fuck'],
    ['fսck', 'fuck'],
    ['fuсk', 'fuck'],
    ['𝖋𝖚𝖈𝖐', 'fuck'],
    ['ⓕⓤⓒⓚ', 'fuck'],
    ['🇫🇺🇨🇰', 'fuck'],
    ['fuck+you', 'fuck'],
    ['sh1t', 'shit'],
    ['5h1t', 'shit'],
    ['sh!t', 'shit'],
    ['a$$', 'ass'],
    ['assssss', 'ass'],
    ['a s s', 'ass'],
    ['bass sound, asss', 'ass'],
    ['s-b', 'sb'],
    ['大sb', 'sb'],
  ])('%j has %s', (text, word) => {
    expect(wordsIn(text)).toContain(word);
  });

  test.each([
    'Scunthorpe',
    'class assist bass',
    'grass is green',
    'as soon as',
    'an ass-kisser',
    'his hit',
    "let's hit the road",
    'the U.S. hit back',
    'my pen is blue',
    'push it',
    'USB SBS',
    '455 5B A55 S8',
  ])('%j has none', (text) => {
    expect(wordsIn(text)).toEqual([]);
  });

  test('gaps of the entry are no cuts', () => {
    expect(wordsIn('Fuck  You')).toEqual(['fuck you', 'fuck']);
    expect(wordsIn('fuckyou')).toEqual(['fuck you']);
  });

  test('a letter twice is another word, three times a stretch', () => {
    const gods = compileWords({ block: ['god', 'ass', 'hell'], allow: [] });
    const found = (text: string) => gods.match(text).map(({ word }) => word);
    expect(found('good as hel')).toEqual([]);
    expect(found('goood')).toEqual(['god']);
    expect(found('as asss')).toEqual(['ass']);
    expect(found('helll')).toEqual(['hell']);
  });
});

describe('numbers', () => {
  test.each([
    ['64', ['64']],
    ['64年', ['64']],
    ['１２３４ 5678', ['12345678']],
    ['1-2-3-4-5-6-7-8', ['12345678']],
    ['6.4分', []],
    ['6:4', []],
    ['164', []],
    ['640', []],
    ['0123456789', []],
  ])('%j has %j', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });
});

describe('words made of signs are looked for as written', () => {
  test.each([
    ['🖕', ['🖕']],
    ['你🖕🏽', ['🖕']],
    ['C++', ['c++']],
    ['c', []],
    ['abc++', []],
    ['👍', []],
  ])('%j has %j', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });
});

test('a hit names the entry and the range of the text as it came', () => {
  expect(matcher.match('看，賭 \u200b博！𠮷 Ｆ.u.c.k?')).toEqual([
    { word: '赌博', start: 2, end: 6 },
    { word: 'fuck', start: 10, end: 17 },
  ]);
});

test('an allowed word pardons what lies within it, nothing beside it', () => {
  expect(matcher.match('大麻烦，大麻')).toEqual([{ word: '大麻', start: 4, end: 6 }]);
  expect(wordsIn('Scunthorpe cunt')).toEqual(['cunt']);
});

test('an allowed phrase pardons itself alone, not the word its letters spell', () => {
  const pens = compileWords({ block: ['penis'], allow: ['pen.is'] });
  expect(pens.match('this is my pen.Is it')).toEqual([]);
  expect(pens.match('penis')).toHaveLength(1);
});

test('entries alike are one; entries that spell nothing are none', () => {
  const odd = compileWords({
    block: ['傻逼', '傻\u200b逼', '傻逼', 'Ass', 'ass', ' ', '\u200b', ''],
    allow: ['', '\u200b'],
  });
  expect(odd.match('傻逼 ass \u200b')).toEqual([
    { word: '傻逼', start: 0, end: 2 },
    { word: 'Ass', start: 3, end: 6 },
  ]);
  expect(compileWords({ block: [], allow: ['大麻烦'] }).match('大麻')).toEqual([]);
});

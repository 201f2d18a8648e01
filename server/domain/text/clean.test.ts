import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '#shared/limits.ts';
import { cleanComment, cleanLine, cleanNickname, type TextFault } from './clean.ts';
import { countGraphemes } from './graphemes.ts';

const textOf = (raw: string, max: number = LIMITS.commentGraphemes): string | TextFault => {
  const cleaned = cleanComment(raw, max);
  return cleaned.ok ? cleaned.text : cleaned.reason;
};
const ZWJ = '\u200d';

describe('what cannot be seen is empty', () => {
  test.each([
    '',
    '   ',
    '\u3000\u00a0',
    '\n\t\u2028',
    ZWJ.repeat(3),
    '\u200b',
    '\u3164',
    '\u115f\u1160\uffa0',
    '\u2800',
    '\u202e\u2066',
    '\ufe0f',
    '\u0301\u0301',
    '\u0000',
    '\ud800',
    '\u{e0041}\u{e0042}',
  ])('%j', (raw) => {
    expect(textOf(raw)).toBe('empty');
  });
});

describe('length is what a person counts', () => {
  test.each([
    ['200 hanzi', '好'.repeat(200), 200, '好'.repeat(200)],
    ['201 hanzi', '好'.repeat(201), 200, 'tooLong'],
    ['emoji with skin tones', '👍🏽'.repeat(100), 100, '👍🏽'.repeat(100)],
    ['families', '👨‍👩‍👧‍👦'.repeat(3), 2, 'tooLong'],
    ['two of two', '加油', 2, '加油'],
    ['what is stripped', ' \u200b加油\u200b ', 2, '加油'],
    ['more units than are read', 'a'.repeat(LIMITS.commentUnits + 1), 200, 'tooLong'],
    ['more spaces than are read', `${' '.repeat(LIMITS.commentUnits)}a`, 200, 'tooLong'],
  ])('%s', (_, raw, max, expected) => {
    expect(textOf(raw, max)).toBe(expected);
  });
});

describe('one character stays one character', () => {
  test('two marks on a base stay, the third goes', () => {
    expect(textOf('a\u0323\u0302\u0301b')).toBe('\u1ead\u0301b');
    expect(textOf('q\u0300\u0301\u0302\u0303z')).toBe('q\u0300\u0301z');
    expect(textOf('ก\u0e47\u0e47\u0e47')).toBe('ก\u0e47\u0e47');
  });
  test('a tower of marks is malformed, or too long to be read at all', () => {
    expect(textOf(`a${'\u0301'.repeat(500)}`)).toBe('malformed');
    expect(textOf(`a${'\u0301'.repeat(5_000)}`)).toBe('tooLong');
  });
  test('a chain of joined emoji is malformed', () => {
    expect(textOf(Array.from({ length: 300 }, () => '👩').join(ZWJ))).toBe('malformed');
    expect(textOf(Array.from({ length: 500 }, () => '👩').join(ZWJ))).toBe('tooLong');
  });
  test('a chain of conjoining jamo is malformed', () => {
    expect(textOf('\u1100'.repeat(100))).toBe('malformed');
  });
  test('stacking scripts keep their syllables', () => {
    expect(textOf('བསྒྲུབས་')).toBe('བསྒྲུབས་');
    expect(textOf('မြွှော်')).toBe('မြွှော်');
  });
});

describe('emoji and variants stay whole', () => {
  test.each(['👨‍👩‍👧‍👦', '👩🏻‍❤️‍💋‍👩🏼', '🏳️‍🌈', '🏴‍☠️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇨🇳', '1️⃣#️⃣', '❤️', '❤︎', '🧑🏽‍🚀', '葛\u{e0100}'])('%s', (raw) => {
    expect(textOf(raw)).toBe(raw.normalize('NFC'));
  });
  test('a joiner or selector that joins nothing goes', () => {
    expect(textOf(`傻${ZWJ}逼`)).toBe('傻逼');
    expect(textOf(`👩${ZWJ}`)).toBe('👩');
    expect(textOf('a\ufe0fb')).toBe('ab');
    expect(textOf('❤\ufe0f\ufe0f\ufe0f')).toBe('❤\ufe0f');
    expect(textOf('🏴\u{e0061}\u{e0062}')).toBe('🏴');
  });
});

describe('code points that are none become U+FFFD', () => {
  test.each([
    ['a\ud800b', 'a\ufffdb'],
    ['a\udc00', 'a\ufffd'],
    ['a\u0000b', 'a\ufffdb'],
    ['a\u0001\u0002\u009fb', 'a\ufffdb'],
    ['\u001b[31mred', '\ufffd[31mred'],
    ['a\ufffeb', 'a\ufffdb'],
    ['a\u{1ffff}\ufdd0b', 'a\ufffdb'],
  ])('%j', (raw, expected) => {
    expect(textOf(raw)).toBe(expected);
  });
});

describe('bidi controls and zero-width characters go', () => {
  test.each([
    ['\u202eabc', 'abc'],
    ['a\u2066b', 'ab'],
    ['a\u200e\u200f\u061cb', 'ab'],
    ['a\u200b\u2060\ufeff\u00adb', 'ab'],
    ['e\u200b\u0301', 'é'],
    ['a\u{e0041}b', 'ab'],
  ])('%j', (raw, expected) => {
    expect(textOf(raw)).toBe(expected);
  });
});

describe('white space of any kind is one space', () => {
  test.each([
    ['a\n\n\n\nb', 'a b'],
    ['a\r\n\tb', 'a b'],
    ['a\u2028b\u2029c\u0085d', 'a b c d'],
    ['  a   b  ', 'a b'],
    ['你\u3000\u3000好', '你 好'],
    ['a \u200b b', 'a b'],
    ['a \u0301 b', 'a b'],
  ])('%j', (raw, expected) => {
    expect(textOf(raw)).toBe(expected);
  });
});

test('a flood of line breaks is one space', () => {
  expect(textOf(`a${'\n'.repeat(200)}b`)).toBe('a b');
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '{{7*7}} ${7*7} %{x}',
  "'; DROP TABLE comments; --",
  '=HYPERLINK("http://x")',
])('markup is text: %s', (raw) => {
  expect(textOf(raw)).toBe(raw);
});

describe('nicknames', () => {
  test.each([
    ['小王', '小王'],
    [' 小\u200b王 ', '小王'],
    ['😀😀', '😀😀'],
    ['名'.repeat(20), '名'.repeat(20)],
    ['名'.repeat(21), 'tooLong'],
    ['王', 'tooShort'],
    ['王\u200b', 'tooShort'],
    ['', 'empty'],
    ['主持人', 'reserved'],
    ['管理员\u200b', 'reserved'],
    ['Hоst', 'reserved'],
  ])('%j', (raw, expected) => {
    const cleaned = cleanNickname(raw);
    expect(cleaned.ok ? cleaned.text : cleaned.reason).toBe(expected);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'a',
        ' ',
        '\n',
        '\u0301',
        '\u0323',
        ZWJ,
        '\ufe0f',
        '👩',
        '🏽',
        '🏴',
        '\u{e0067}',
        '\ud83d',
        'ก',
        '\u0e47',
      ),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join('')),
);

prop.prop([anyText, fc.integer({ min: 1, max: 60 })])(
  'a clean text is clean, and stays as it is',
  (raw, max) => {
    const cleaned = cleanLine(raw, { min: 1, max });
    if (!cleaned.ok) return;
    const { text } = cleaned;
    expect(cleanLine(text, { min: 1, max })).toEqual(cleaned);
    expect(text).toBe(text.normalize('NFC').trim());
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]| {2}/u);
    expect(countGraphemes(text)).toBeLessThanOrEqual(max);
  },
);

import { expect, test } from 'vitest';
import { countGraphemes, measure } from './graphemes.ts';

test.each([
  ['', 0],
  ['新力现场', 4],
  ['Hello, 世界！', 10],
  ['👩🏻‍❤️‍💋‍👩🏼', 1],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿🇨🇳', 2],
  ['e\u0301a', 2],
  ['𠮷野家', 3],
  ['か\u3099', 1],
])('%j counts %i', (text, graphemes) => {
  expect(countGraphemes(text)).toBe(graphemes);
});

test('the longest grapheme is measured in code points', () => {
  expect(measure(`ab${'e' + '\u0301'.repeat(30)}c`)).toEqual({ graphemes: 4, longest: 31 });
  expect(measure('👩🏻‍❤️‍💋‍👩🏼').longest).toBe(10);
});

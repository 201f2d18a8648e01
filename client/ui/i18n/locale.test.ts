import { expect, test } from 'vitest';
import { createFormat } from './format.ts';
import { pickLocale } from './locale.ts';

test.each([
  ['?lang=en', 'zh-CN', ['zh'], 'en'],
  ['', 'en', ['zh-CN'], 'en'],
  ['', null, ['fr', 'en-GB', 'zh'], 'en'],
  ['', null, ['zh-Hant-HK'], 'zh-CN'],
  ['?lang=xx', null, [], 'zh-CN'],
])('language of %o, stored %o, browser %o', (search, stored, languages, locale) => {
  expect(pickLocale(search, stored, languages)).toBe(locale);
});

test('numbers and times as each language writes them', () => {
  const zh = createFormat('zh-CN');
  expect([zh.count(601_234), zh.compact(601_234), zh.compact(9_999), zh.percent(0.1234)]).toEqual([
    '601,234',
    '60.1万',
    '9,999',
    '12.3%',
  ]);
  expect(createFormat('en').compact(601_234)).toBe('601.2K');
  expect([zh.duration(5), zh.duration(245), zh.duration(3_729)]).toEqual(['0:05', '4:05', '1:02:09']);
});

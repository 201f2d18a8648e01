import { setupI18n } from '@lingui/core';
import { describe, expect, it } from 'vitest';
import { Tabulation } from '#shared/model/tabulation.ts';
import { tabulate } from '#shared/rules/scoring/tabulate.ts';
import { explainWords } from './explain.ts';

const i18n = setupI18n({ locale: 'zh-CN', messages: { 'zh-CN': {} } });
const called = {
  say: i18n._.bind(i18n),
  name: (id: string) => `选手${id}`,
  step: (step: string) => `[${step}]`,
};
const said = (sentence: string): string => explainWords(sentence, called);

describe('explanations in Chinese', () => {
  it.each([
    ['judges: dropped 9.9 and 8; mean 28.4 / 3 = 9.4666…', '评委：去掉 9.9 和 8；平均 28.4 / 3 = 9.4666…'],
    ['audience: 3000 / 6000 votes × 10 = 5', '观众：票数 3000 / 6000 × 10 = 5'],
    ['−0.5 overtime 34 s (SC-9) = 8.9666…', '−0.5 超时 34 s = 8.9666…'],
    ['level with b, c and 7 more (SC-14)', '与 选手b、选手c、+7 同分'],
    ['headToHead 3 : 2 decides (SC-14)', '[headToHead] 3 : 2，分出先后'],
    ['60 % × 9 + 40 % × 5 = 7.4', '60 % × 9 + 40 % × 5 = 7.4'],
    [
      'others are shown as 9.467 too; to 4 decimals it is 9.4667 (SC-14)',
      '别的选手也显示为 9.467，看到 4 位小数是 9.4667',
    ],
  ])('%s', (sentence, words) => {
    expect(said(sentence)).toBe(words);
  });

  it('knows every sentence that the rules say of a whole round', () => {
    const criterion = { id: 'c', weight: '1', min: '0', max: '10', step: '0.01' };
    const card = (judge: string, entry: string, value: string) => ({ judge, entry, values: { c: value } });
    const file = Tabulation.parse({
      decimals: 3,
      entries: ['a', 'b', 'd', 'e'],
      parts: [
        {
          id: 'judges',
          weight: 60,
          criteria: [criterion],
          aggregate: { rule: 'trimmedMean', high: 1, low: 1, minJudges: 3 },
          scorecards: ['j1', 'j2', 'j3'].flatMap((judge) => [card(judge, 'a', '9'), card(judge, 'b', '9')]),
        },
        { id: 'audience', weight: 40, scale: '10', aggregate: { rule: 'maxScaled' }, votes: { a: 2, b: 2 } },
      ],
      combine: 'weighted',
      penalties: [{ entry: 'a', points: '0', reason: 'overtime 3 s' }],
      disqualified: [{ entry: 'e', reason: '抄袭' }],
      tieBreak: ['exact', 'headToHead', 'audience', 'tieBreakJudge', 'headJudge', 'shared'],
    });
    const all = tabulate(file).results.flatMap(({ explain }) => explain.map(said));
    for (const sentence of all) expect(sentence.replaceAll(/\[\w+\]/g, '')).not.toMatch(/[a-z]{4,}/i);
  });
});

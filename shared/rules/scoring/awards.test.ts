import { describe, expect, test } from 'vitest';
import { awards, type Ladder, type Placed } from './awards.ts';
import { exact } from './exact.ts';
import { competitionRanks, tiersBy } from './tiers.ts';

const ladder: Ladder = {
  prizes: [
    { name: '一等奖', places: 1 },
    { name: '二等奖', places: 2 },
    { name: '三等奖', places: 2 },
  ],
  rest: '优秀奖',
  ties: 'extend',
};
/** `a1 b1 c3 d-` as results. */
const placed = (text: string): Placed[] =>
  text
    .split(' ')
    .map((word) => ({ entry: word.slice(0, 1), rank: word.endsWith('-') ? null : Number(word.slice(1)) }));
const told = (text: string, more: Partial<Ladder> = {}): string => {
  const { awarded, toBreak } = awards(placed(text), { ...ladder, ...more });
  const given = awarded.map(({ entry, prize }) => entry + prize.slice(0, 1));
  return [...given, ...toBreak.map(({ rank, entries }) => `${rank}?${entries.join('')}`)].join(' ');
};

describe('awards', () => {
  test.each([
    ['no ties', 'a1 b2 c3 d4 e5 f6', 'a一 b二 c二 d三 e三 f优'],
    ['a tie inside a prize', 'a1 b2 c2 d4', 'a一 b二 c二 d三'],
    ['a tie at the first line', 'a1 b1 c3 d4', 'a一 b一 c二 d三'],
    ['a tie that covers a whole prize', 'a1 b1 c1 d4', 'a一 b一 c一 d三'],
    ['a tie at the last line', 'a1 b2 c3 d4 e5 f5 g7', 'a一 b二 c二 d三 e三 f三 g优'],
    ['entries without a rank', 'a1 b2 c- d-', 'a一 b二'],
  ])('SC-15: extend gives all who are level the better prize: %s', (_, results, wanted) => {
    expect(told(results)).toBe(wanted);
  });

  test.each([
    ['a tie inside a prize', 'a1 b2 c2 d4', 'a一 b二 c二 d三'],
    ['a tie at the first line', 'a1 b1 c3 d4', 'c二 d三 1?ab'],
    ['a tie across several lines', 'a1 b2 c2 d2 e2 f2 g7', 'a一 g优 2?bcdef'],
    ['a tie at the last line', 'a1 b2 c3 d4 e5 f5', 'a一 b二 c二 d三 5?ef'],
    ['a tie among the rest', 'a1 b2 c3 d4 e5 f6 g6', 'a一 b二 c二 d三 e三 f优 g优'],
  ])('SC-15: break gives none until someone has decided: %s', (_, results, wanted) => {
    expect(told(results, { ties: 'break' })).toBe(wanted);
  });

  test('SC-15: without a prize for the rest they get none', () => {
    expect(told('a1 b2 c3 d4 e5 f6', { rest: null })).toBe('a一 b二 c二 d三 e三');
    expect(told('e5 f5 a1', { rest: null, ties: 'break' })).toBe('a一 5?ef');
  });

  test('SC-15: 最佳人气奖 is a ladder over the ranks of the votes', () => {
    const votes = { a: 5, b: 9, c: 9 };
    const ranks = competitionRanks(tiersBy(Object.entries(votes), ([, count]) => exact(BigInt(count))));
    const results = [...ranks].map(([[entry], rank]) => ({ entry, rank }));
    const { awarded } = awards(results, {
      prizes: [{ name: '最佳人气奖', places: 1 }],
      rest: null,
      ties: 'extend',
    });
    expect(awarded).toEqual(['b', 'c'].map((entry) => ({ entry, prize: '最佳人气奖' })));
  });

  test('SC-15: refuses a prize with half a place', () => {
    expect(() => told('a1', { prizes: [{ name: '一等奖', places: 0.5 }] })).toThrow(RangeError);
  });
});

import { describe, expect, test } from 'vitest';
import { inBookMarks } from './book-marks.ts';
import { fixed, padded, scoreDecimals } from './decimals.ts';
import { movesOf, newIn } from './flip.ts';
import { shortHash } from './short-hash.ts';
import { round } from './test-contest.ts';
import { endOfVote, liveCount, openBox, tableBox } from './vote-window.ts';

describe('FLIP', () => {
  const before = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 0, y: 50 }],
    ['c', { x: 0, y: 100 }],
  ]);
  const after = new Map([
    ['b', { x: 0, y: 0 }],
    ['a', { x: 0, y: 50 }],
    ['c', { x: 0, y: 100 }],
    ['d', { x: 0, y: 150 }],
  ]);
  test('moves begin where things stood; what stays and what is new makes none', () => {
    expect(movesOf(before, after)).toEqual([
      { key: 'b', dx: 0, dy: 50 },
      { key: 'a', dx: 0, dy: -50 },
    ]);
    expect(newIn(before, after)).toEqual(['d']);
  });
});

describe('figures as they are written', () => {
  test.each([
    [[{ min: 0, step: 10, weight: 1_000 }], 2],
    [[{ min: 0, step: 500, weight: 1_000 }], 1],
    [[{ min: 0, step: 1_000, weight: 1_000 }], 0],
    [[{ min: 0, step: 500, weight: 500 }], 2],
  ])('%o has %i digits', (criteria, digits) => expect(scoreDecimals(criteria)).toBe(digits));

  test('padded, never cut', () => {
    expect(['9.5', '9', '9.125'].map((text) => padded(text, 2))).toEqual(['9.50', '9.00', '9.125']);
    expect(padded('9', 0)).toBe('9');
  });

  test('fractions are rounded half away from zero', () => {
    expect([fixed('142/15', 3), fixed('9', 1), fixed('-1/2', 0), fixed('?', 2)]).toEqual([
      '9.467',
      '9.0',
      '-1',
      '?',
    ]);
  });

  test('a hash in four groups', () => expect(shortHash('0123456789abcdef01')).toBe('0123 4567 89ab cdef'));
});

describe('SC-11 the boxes of a vote', () => {
  const boxes = [
    { id: 'd1', opensAt: 0, closesAt: 100 },
    { id: 'd2', opensAt: 100, closesAt: 200 },
  ] as never;
  const of = (isOpen: boolean, results: 'live' | 'hidden' = 'hidden') =>
    round({
      voting: { isOpen, entries: ['e1', 'e2'] as never, boxes },
      vote: { perViewer: 1, period: 'day', results, changeable: false, groups: [] },
    });

  test('a ballot goes into the box of its time', () => {
    expect([openBox(of(true), 99)?.id, openBox(of(true), 100)?.id, openBox(of(true), 200)]).toEqual([
      'd1',
      'd2',
      null,
    ]);
    expect([openBox(of(false), 99), tableBox(of(false), 99)?.id, endOfVote(of(true))]).toEqual([
      null,
      'd2',
      200,
    ]);
  });

  test('the count is over all boxes, and there is none while it is hidden', () => {
    const tallies = {
      d1: { counts: { e1: 2 }, ballots: 2 },
      d2: { counts: { e1: 1, e2: 1 }, ballots: 2 },
    } as never;
    expect(liveCount(of(true, 'live'), tallies)).toEqual({ votes: { e1: 3, e2: 1 }, ballots: 4 });
    expect(liveCount(of(true), tallies)).toBeNull();
  });
});

test.each([
  ['我在深圳', '《我在深圳》'],
  ['《我在深圳》', '《我在深圳》'],
  ['朗诵《我在深圳》', '朗诵《我在深圳》'],
  [' 我在深圳 ', '《我在深圳》'],
  [' 《我在深圳》', ' 《我在深圳》'],
  ['“一盏灯”', '“一盏灯”'],
  ['My city', 'My city'],
  ['', ''],
])('the title %j stands as %j', (title, shown) => {
  expect(inBookMarks(title)).toBe(shown);
});

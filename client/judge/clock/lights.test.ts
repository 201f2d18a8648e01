import { describe, expect, test } from 'vitest';
import type { TimeRule } from '#shared/model/ruleset.ts';
import { timePenalty } from '#shared/rules/scoring/time-penalty.ts';
import { costAt, lightAt, marksOf, readTime, showTime } from './lights.ts';

const rule: TimeRule = {
  minSeconds: 360,
  maxSeconds: 480,
  graceSeconds: 10,
  over: [
    { fromSeconds: 0, points: 200 },
    { fromSeconds: 30, points: 500 },
  ],
  under: [],
  cap: null,
};

describe('SC-9 lights', () => {
  const marks = marksOf(rule);

  test.each([
    [0, 'off', undefined],
    [360_000, 'green', undefined],
    [420_000, 'amber', undefined],
    [480_000, 'red', undefined],
    [490_000, 'red', undefined],
    [490_001, 'red', 200],
    [510_000, 'red', 500],
  ])('at %i ms: %s, off %o', (at, light, cost) => {
    expect(lightAt(marks, at)).toBe(light);
    expect(costAt(marks, at)).toBe(cost);
  });

  test('they cost what the rules take off', () => {
    const settings = {
      shortestMs: null,
      longestMs: 480_000,
      graceMs: 10_000,
      over: [
        { fromMs: 0, cost: { points: '0.2' } },
        { fromMs: 30_000, cost: { points: '0.5' } },
      ],
      under: [],
      cap: null,
    };
    for (let at = 470_000; at < 520_000; at += 499) {
      const penalty = timePenalty(settings, at);
      const points = penalty.kind === 'points' ? Number(penalty.points) * 1_000 : undefined;
      expect(costAt(marks, at)).toBe(points);
    }
  });

  test('a short time has a short amber; without a limit there is green alone', () => {
    expect(marksOf({ ...rule, minSeconds: null, maxSeconds: 60, over: [] }).map(({ atMs }) => atMs)).toEqual([
      0, 45_000, 60_000,
    ]);
    expect(marksOf({ ...rule, maxSeconds: null })).toHaveLength(1);
    expect(marksOf(null)).toEqual([]);
  });

  test.each([
    ['8:04.3', 484_300],
    ['8:04', 484_000],
    ['484', 484_000],
    ['8：04', 484_000],
    ['8:60', null],
    ['', null],
    ['-1', null],
  ])('typed %o is %o', (text, ms) => expect(readTime(text)).toBe(ms));

  test('shown', () => expect([0, 484_399, 3_600_000].map(showTime)).toEqual(['0:00.0', '8:04.3', '60:00.0']));
});

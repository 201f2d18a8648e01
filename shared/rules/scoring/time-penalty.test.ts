import { describe, expect, test } from 'vitest';
import { timePenalty, type TimeRule } from './time-penalty.ts';

const minutes = (text: string): number => {
  const [whole = '0', seconds = '0'] = text.split(':');
  return Number(whole) * 60_000 + Number(seconds) * 1_000;
};
const none: TimeRule = { shortestMs: null, longestMs: null, graceMs: 0, over: [], under: [], cap: null };
const eight: TimeRule = {
  ...none,
  longestMs: minutes('8:00'),
  graceMs: 10_000,
  over: [
    { fromMs: 0, cost: { points: '0.2' } },
    { fromMs: 30_000, cost: { points: '0.5' } },
  ],
};
const steps: TimeRule = {
  ...none,
  shortestMs: minutes('6:00'),
  longestMs: minutes('8:00'),
  over: [
    { fromMs: 1_000, cost: { points: '0.02' } },
    { fromMs: 11_000, cost: { points: '0.05' } },
    { fromMs: 21_000, cost: { points: '0.10' } },
    { fromMs: 31_000, cost: { points: '0.50' } },
  ],
  under: [{ fromMs: 0, cost: { points: '0.10' } }],
  cap: '0.20',
};
const club: TimeRule = {
  ...none,
  shortestMs: minutes('5:00'),
  longestMs: minutes('7:00'),
  over: [{ fromMs: 31_000, cost: 'disqualified' }],
  under: [{ fromMs: 31_000, cost: 'disqualified' }],
};

const costOf = (rule: TimeRule, time: string): string => {
  const penalty = timePenalty(rule, minutes(time));
  return penalty.kind === 'points' ? penalty.points : penalty.kind;
};

describe('time penalties', () => {
  test.each([
    ['7:00', 'none'],
    ['8:00', 'none'],
    ['8:10', 'none'],
    ['8:10.001', '0.2'],
    ['8:29.999', '0.2'],
    ['8:30', '0.5'],
    ['8:34', '0.5'],
    ['20:00', '0.5'],
    ['0:00', 'none'],
  ])('SC-9: limit 8:00 with 10 s of grace: %s costs %s', (time, cost) =>
    expect(costOf(eight, time)).toBe(cost),
  );

  test.each([
    ['5:59.999', '0.10'],
    ['6:00', 'none'],
    ['8:00.5', 'none'],
    ['8:01', '0.02'],
    ['8:10.9', '0.02'],
    ['8:11', '0.05'],
    ['8:30', '0.10'],
    ['8:31', '0.20'],
  ])('SC-9: 6 to 8 minutes by steps, capped: %s costs %s', (time, cost) =>
    expect(costOf(steps, time)).toBe(cost),
  );

  test.each([
    ['4:29', 'disqualified'],
    ['4:30', 'none'],
    ['7:30', 'none'],
    ['7:31', 'disqualified'],
  ])('SC-9: beyond half a minute is out: %s is %s', (time, cost) => expect(costOf(club, time)).toBe(cost));

  test('SC-9: the reason can be read out', () => {
    expect(timePenalty(eight, minutes('8:34'))).toEqual({
      kind: 'points',
      points: '0.5',
      reason: 'overtime 34 s',
    });
    expect(timePenalty(club, minutes('4:00'))).toEqual({ kind: 'disqualified', reason: 'undertime 60 s' });
  });

  test('SC-9: without a limit no time costs anything', () => {
    expect(costOf({ ...eight, longestMs: null }, '59:00')).toBe('none');
  });

  test.each([
    [eight, -1, 'no time'],
    [eight, 0.5, 'no time'],
    [eight, NaN, 'no time'],
    [{ ...eight, graceMs: -1 }, 0, 'grace'],
    [{ ...eight, shortestMs: minutes('9:00') }, 0, 'shortest'],
    [{ ...eight, over: eight.over.toReversed() }, 0, 'do not rise'],
    [{ ...eight, cap: '-1' }, 0, 'cap'],
    [{ ...eight, over: [{ fromMs: -1, cost: { points: '1' } }] }, 0, 'do not rise'],
    [{ ...eight, over: [{ fromMs: 0, cost: { points: '-1' } }] }, 0, 'below 0'],
  ])('SC-9: refuses what is no rule or no time (%#)', (rule, timeMs, complaint) => {
    expect(() => timePenalty(rule, timeMs)).toThrow(complaint);
  });
});

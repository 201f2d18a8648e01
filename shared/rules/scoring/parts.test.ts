import { describe, expect, test } from 'vitest';
import { example, judged, outcome, resultsOf, round, standing, voted } from './sample-rounds.ts';

const exacts = (file: unknown): Record<string, string | null> =>
  Object.fromEntries(resultsOf(file).map(({ entry, exact }) => [entry, exact]));

describe('the example of the tabulation file', () => {
  test('SC-11, SC-9, SC-16: is tabulated as it is written down', () => {
    expect(resultsOf(example)).toMatchObject([
      { entry: 'b', rank: 1, figure: '9.400', exact: '47/5', parts: { judges: '9', audience: '10' } },
      { entry: 'a', rank: 2, figure: '7.200', exact: '36/5', parts: { judges: '19/2', audience: '5' } },
      { entry: 'c', rank: null, figure: null, exact: null, parts: { judges: null, audience: '0' } },
    ]);
  });

  test('SC-16: the reason of a disqualification is told', () => {
    expect(outcome(example)['c']?.explain).toContain('disqualified: 冒名顶替 (SC-16)');
  });

  test('SC-11: what was combined, and what came off, can be followed', () => {
    expect(outcome(example)['a']?.explain).toEqual([
      'judges: plain mean, fewer than 5 scores (SC-7); 9.5',
      'audience: 3000 / 6000 votes × 10 = 5',
      '60 % × 9.5 + 40 % × 5 = 7.7',
      '−0.5 penalty (SC-9) = 7.2',
    ]);
  });
});

describe('judges and audience', () => {
  test('SC-11: 60/40 with the most votes at full marks', () => {
    const judges = judged({ a: ['9.2'], b: ['9.0'] }, { rule: 'mean' }, { weight: 60 });
    const audience = voted({ a: 3000, b: 6000 }, { rule: 'maxScaled' }, { weight: 40 });
    const file = round(['a', 'b'], [judges, audience], { combine: 'weighted' });
    expect(exacts(file)).toEqual({ a: '188/25', b: '47/5' });
  });

  test.each([
    ['maxScaled', { rule: 'maxScaled' }, { a: '10', b: '5', c: '0' }],
    ['share', { rule: 'share' }, { a: '20/3', b: '10/3', c: '0' }],
    ['rankPoints', { rule: 'rankPoints', points: [12, 10] }, { a: '12', b: '10', c: '0' }],
  ])('SC-11: votes become points by %s', (_, aggregate, wanted) => {
    expect(exacts(round(['a', 'b', 'c'], [voted({ a: 6, b: 3 }, aggregate)]))).toEqual(wanted);
  });

  test('SC-11: level votes share the points of their places', () => {
    const audience = voted({ a: 2, b: 2 }, { rule: 'rankPoints', points: [12, 10, 8] });
    expect(exacts(round(['a', 'b', 'c', 'd'], [audience]))).toEqual({ a: '11', b: '11', c: '4', d: '4' });
  });

  test.each([{ rule: 'maxScaled' }, { rule: 'share' }, { rule: 'rankPoints', points: [12, 10] }])(
    'SC-11: no votes at all give 0 and say so: $rule',
    (aggregate) => {
      const [first, second] = resultsOf(round(['a', 'b'], [voted({ b: 0 }, aggregate)]));
      expect([first?.exact, second?.exact]).toEqual(['0', '0']);
      expect(first?.explain[0]).toBe('audience: no votes at all: 0 (SC-11)');
    },
  );

  test.each([
    [{ rule: 'maxScaled' }, { a: '5', b: '0', x: null }],
    [{ rule: 'share' }, { a: '10/3', b: '0', x: null }],
    [
      { rule: 'rankPoints', points: [3, 2, 1] },
      { a: '2', b: '1', x: null },
    ],
  ])('SC-11: votes of a disqualified entry stay in the totals: %o', (aggregate, wanted) => {
    const file = round(['a', 'b', 'x'], [voted({ a: 3, x: 6 }, aggregate)], {
      disqualified: [{ entry: 'x', reason: 'r' }],
    });
    expect(exacts(file)).toEqual(wanted);
  });

  test('SC-11: places of a disqualified entry stay with it', () => {
    const jury = {
      id: 'jury',
      aggregate: { rule: 'rankPoints', points: [3, 2, 1] },
      rankings: [{ judge: 'j1', order: ['x', 'a'] }],
    };
    const file = round(['a', 'x'], [jury], { disqualified: [{ entry: 'x', reason: 'r' }] });
    expect(exacts(file)).toEqual({ a: '2', x: null });
  });

  test('SC-12: sets of points are added up, each district with its own', () => {
    const points = { rule: 'rankPoints', points: [12, 10, 8, 7, 6, 5, 4, 3, 2, 1] };
    const jury = { id: 'jury', aggregate: points, rankings: [{ judge: 'j1', order: ['b', 'a', 'c'] }] };
    const futian = voted({ a: 9, b: 5, c: 7 }, points, { id: 'futian' });
    const nanshan = voted({ a: 1, b: 2, c: 3 }, points, { id: 'nanshan' });
    const results = resultsOf(round(['a', 'b', 'c'], [jury, futian, nanshan]));
    expect(results.map(({ entry, exact }) => `${entry} ${exact}`)).toEqual(['a 30', 'b 30', 'c 30']);
    expect(results[0]?.explain).toContain('10 + 12 + 8 = 30');
  });

  test('SC-13: a preliminary round counts 15 %', () => {
    const file = round(
      ['a', 'b'],
      [
        { id: 'preliminary', weight: 15, figures: { a: '9.1', b: '8' } },
        judged({ a: ['9'], b: ['9.4'] }, { rule: 'mean' }, { weight: 85 }),
      ],
      { combine: 'weighted' },
    );
    expect(exacts(file)).toEqual({ a: '1803/200', b: '919/100' });
  });
});

describe('entries without a figure', () => {
  test('SC-8: who has no counted score has no figure, which is not zero; penalties are ignored', () => {
    const audience = voted({ b: 5 }, { rule: 'maxScaled' });
    const file = round(['a', 'b', 'c'], [judged({ a: ['0'], c: ['1'] }), audience], {
      penalties: [
        { entry: 'a', points: '2' },
        { entry: 'b', points: '1' },
      ],
    });
    expect(standing(file)).toEqual(['c 1', 'a 2', 'b –']);
    expect(outcome(file)['a']?.figure).toBe('-2.000');
    expect(outcome(file)['b']).toMatchObject({
      figure: null,
      exact: null,
      parts: { judges: null, audience: '10' },
    });
    expect(outcome(file)['b']?.explain.join()).not.toContain('SC-9');
  });

  test('SC-8: judges who gave no card are left out of a mean', () => {
    expect(exacts(round(['a'], [judged({ a: ['9', null, '8'] })]))).toEqual({ a: '17/2' });
  });

  test('SC-8: a part with scorecards but no card at all leaves nobody a figure', () => {
    expect(standing(round(['b', 'a'], [judged({})]))).toEqual(['b –', 'a –']);
  });

  test('SC-13: who has no figure to carry forward has none here either', () => {
    expect(exacts(round(['a', 'b'], [{ id: 'p', figures: { a: '-1.5' } }]))).toEqual({ a: '-3/2', b: null });
  });

  test('SC-15, SC-16: best first, then those without a figure, then the disqualified, each as in entries', () => {
    const file = round(['x', 'n', 'b', 'y', 'a', 'm'], [judged({ a: ['9'], b: ['8'], x: ['10'] })], {
      disqualified: [
        { entry: 'y', reason: 'late' },
        { entry: 'x', reason: 'fraud' },
      ],
    });
    expect(standing(file)).toEqual(['a 1', 'b 2', 'n –', 'm –', 'x –', 'y –']);
  });
});

describe('penalties', () => {
  const scores = { a: ['9.9', '9.9', '9.5', '9.0', '8.0'] };
  const trim = { rule: 'trimmedMean', high: 1, low: 1 };

  test('SC-9: they come off after trimming', () => {
    const file = round(['a'], [judged(scores, trim)], {
      penalties: [{ entry: 'a', points: '0.5', reason: 'overtime 34 s' }],
    });
    expect(outcome(file)['a']).toMatchObject({ exact: '269/30', figure: '8.967' });
    expect(outcome(file)['a']?.explain).toEqual([
      'judges: dropped 9.9 and 8; mean 28.4 / 3 = 9.4666…',
      '−0.5 overtime 34 s (SC-9) = 8.9666…',
    ]);
  });

  test('SC-9: several add up, and a figure may fall below 0', () => {
    const file = round(['a'], [judged({ a: ['0.5'] })], {
      penalties: [
        { entry: 'a', points: '0.5' },
        { entry: 'a', points: '0.25' },
      ],
    });
    expect(outcome(file)['a']).toMatchObject({ exact: '-1/4', figure: '-0.250' });
  });
});

import { describe, expect, test } from 'vitest';
import { judged, outcome, round } from './sample-rounds.ts';

const trim = { rule: 'trimmedMean', high: 1, low: 1, minJudges: 5 };
const one = (scores: readonly (string | null)[], aggregate: object) =>
  outcome(round(['a'], [judged({ a: scores }, { ...aggregate })]))['a'];

describe('from judges to one figure', () => {
  test.each([
    ['mean', { rule: 'mean' }, ['9.10', '8.75'], '357/40', '8.925'],
    ['median of three', { rule: 'median' }, ['9.9', '8', '9.5'], '19/2', '9.500'],
    ['median of four', { rule: 'median' }, ['9.9', '8', '9.5', '9'], '37/4', '9.250'],
    ['median of one', { rule: 'median' }, ['8.8'], '44/5', '8.800'],
    ['median of two', { rule: 'median' }, ['8', '9'], '17/2', '8.500'],
  ])('SC-6: %s', (_, aggregate, scores, exact, figure) => {
    expect(one(scores, aggregate)).toMatchObject({ exact, figure, parts: { judges: exact } });
  });

  test.each([
    ['one at each end, of equals only one', trim, ['9.9', '9.9', '9.5', '9.0', '8.0'], '142/15', '9.467'],
    ['too few judges: all count', trim, ['9.0', '8.0', '10.0'], '9', '9.000'],
    ['five by default', { ...trim, minJudges: undefined }, ['9', '8', '10', '5'], '8', '8.000'],
    ['nothing to drop', { ...trim, high: 0, low: 0 }, ['9', '8', '10', '5', '6'], '38/5', '7.600'],
    ['two from the top', { ...trim, high: 2, low: 0 }, ['9', '8', '10', '5', '6'], '19/3', '6.333'],
    ['two from below', { ...trim, high: 0, low: 2 }, ['9', '8', '10', '5', '6'], '9', '9.000'],
    ['all but one', { ...trim, high: 1, low: 1, minJudges: 3 }, ['9', '8', '10'], '9', '9.000'],
  ])('SC-7: %s', (_, aggregate, scores, exact, figure) => {
    expect(one(scores, aggregate)).toMatchObject({ exact, figure });
  });

  test('SC-7: the result says what was dropped, or that nothing was', () => {
    expect(one(['9.9', '9.9', '9.5', '9.0', '8.0'], trim)?.explain).toEqual([
      'judges: dropped 9.9 and 8; mean 28.4 / 3 = 9.4666…',
    ]);
    expect(one(['9', '8', '10'], trim)?.explain).toEqual([
      'judges: plain mean, fewer than 5 scores (SC-7); mean 27 / 3 = 9',
    ]);
  });

  test('SC-2: a score is Σ weight · value', () => {
    const criteria = [
      { id: 'content', weight: '0.7', min: '0', max: '10', step: '0.01' },
      { id: 'voice', weight: '0.25', min: '0', max: '10', step: '0.01' },
      { id: 'time', weight: '0', min: '0', max: '1', step: '1' },
    ];
    const scorecards = [{ judge: 'j1', entry: 'a', values: { content: '9.01', voice: '8.8', time: '1' } }];
    const file = round(['a'], [judged({}, { rule: 'mean' }, { criteria, scorecards })]);
    expect(outcome(file)['a']?.exact).toBe('8507/1000');
  });
});

describe('rank points', () => {
  const points = { rule: 'rankPoints', points: [3, 2, 1] };
  const exacts = (entries: string[], part: object) =>
    Object.values(outcome(round(entries, [{ ...part }]))).map(({ entry, exact }) => `${entry} ${exact}`);

  test('SC-6: entries tied inside one judge share the mean of the points of the places they cover', () => {
    const part = judged({ a: ['9'], b: ['9'], c: ['8'] }, points);
    expect(exacts(['a', 'b', 'c'], part)).toEqual(['a 5/2', 'b 5/2', 'c 1']);
  });

  test('SC-6: points are added over the judges, and places beyond the list give 0', () => {
    const part = judged({ a: ['9', '5'], b: ['8', '9'], c: ['7', '9'], d: ['6', '5'] }, points);
    expect(exacts(['a', 'b', 'c', 'd'], part)).toEqual(['b 9/2', 'a 7/2', 'c 7/2', 'd 1/2']);
  });

  test('SC-6: an entry a judge did not score has 0 from that judge, not a share of the mean', () => {
    const part = judged({ a: ['9', null], b: ['8', '8'] }, points);
    expect(exacts(['a', 'b'], part)).toEqual(['b 5', 'a 3']);
  });

  test('SC-6, SC-8: an entry without any card has no figure, though others have points', () => {
    const file = round(['a', 'b'], [judged({ a: ['9'] }, points)]);
    expect(outcome(file)['b']).toMatchObject({
      rank: null,
      figure: null,
      exact: null,
      parts: { judges: null },
    });
  });

  test('SC-12: rankings may be partial; who is ranked by nobody has 0', () => {
    const part = {
      id: 'jury',
      aggregate: { rule: 'rankPoints', points: [12, 10, '7.5'] },
      rankings: [
        { judge: 'j1', order: ['b', 'a'] },
        { judge: 'j2', order: ['b', 'c', 'a'] },
        { judge: 'j3', order: [] },
      ],
    };
    expect(exacts(['a', 'b', 'c', 'd'], part)).toEqual(['b 24', 'a 35/2', 'c 10', 'd 0']);
  });
});

describe('z-scores', () => {
  test('SC-6: each judge is measured by their own mean and deviation, n − 1', () => {
    const part = judged({ a: ['9', '6'], b: ['8', '4'], c: ['7', null] }, { rule: 'zMean' });
    const { a, b, c } = outcome(round(['a', 'b', 'c'], [part]));
    // j1: mean 8, sd 1. j2: mean 5, sd √2 = 1.414213562373 to 12 decimals.
    expect([a?.figure, b?.figure, c?.figure]).toEqual(['0.854', '-0.354', '-1.000']);
    expect(a?.exact).toBe('2414213562373/2828427124746');
    expect(b?.exact).toBe('-500000000000/1414213562373');
    expect(c?.exact).toBe('-1');
  });

  test('SC-6: a judge who gives everyone the same, or scores one entry alone, gives 0', () => {
    const part = judged({ a: ['9', '6'], b: ['9', null] }, { rule: 'zMean' });
    const { a, b } = outcome(round(['a', 'b'], [part]));
    expect([a?.exact, b?.exact]).toEqual(['0', '0']);
  });
});

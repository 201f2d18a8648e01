import { describe, expect, test } from 'vitest';
import { decimalsApart } from './decimals-apart.ts';
import { exact } from './exact.ts';
import { judged, outcome, round, standing, voted } from './sample-rounds.ts';

const criteria = ['content', 'voice'].map((id) => ({ id, min: '0', max: '10', step: '0.1' }));
/** Cards of two criteria: `entry: [[content, voice] of j1, of j2 …]`. */
const carded = (
  cards: Record<string, readonly (readonly [string, string])[]>,
  aggregate = { rule: 'mean' },
) =>
  judged({}, aggregate, {
    criteria,
    scorecards: Object.entries(cards).flatMap(([entry, given]) =>
      given.map(([content, voice], index) => ({ judge: `j${index + 1}`, entry, values: { content, voice } })),
    ),
  });
const chain = (...tieBreak: string[]) => ({ tieBreak });

describe('ranks', () => {
  test('SC-15: 9.5, 9.4, 9.4, 9.1 rank 1, 2, 2, 4, equals in the order of entries', () => {
    const file = round(['d', 'c', 'b', 'a'], [judged({ a: ['9.5'], b: ['9.4'], c: ['9.4'], d: ['9.1'] })]);
    expect(standing(file)).toEqual(['a 1', 'c 2', 'b 2', 'd 4']);
    expect(outcome(file)['c']?.explain).toContain('shares the rank with b (SC-15)');
  });

  test('SC-14: the exact figure ranks, not the one shown, and more decimals tell why', () => {
    const file = round(['b', 'a'], [{ id: 'p', figures: { a: '9.46667', b: '9.46666' } }]);
    expect(standing(file)).toEqual(['a 1', 'b 2']);
    expect(outcome(file)['a']).toMatchObject({ figure: '9.467' });
    expect(outcome(file)['a']?.explain).toContain(
      'others are shown as 9.467 too; to 5 decimals it is 9.46667 (SC-14)',
    );
  });

  test('SC-14: decimals grow until different figures look different, and no further', () => {
    const [third, close] = [exact(1n, 3n), exact(1001n, 3000n)];
    expect(decimalsApart([third, close], 2)).toBe(3);
    expect(decimalsApart([third, third], 2)).toBe(2);
    expect(decimalsApart([third, exact(1n, 2n)], 2)).toBe(2);
    expect(decimalsApart([third, exact(10n ** 60n + 3n, 3n * 10n ** 60n)], 2)).toBe(40);
  });

  test('SC-14: exact figures rank even where the chain does not name them', () => {
    const file = round(['b', 'a'], [judged({ a: ['9.01'], b: ['9'] })], { ...chain(), decimals: 1 });
    expect(standing(file)).toEqual(['a 1', 'b 2']);
  });
});

describe('the tie-break chain', () => {
  test('SC-14: criterion(id) is the aggregate of that criterion, unweighted', () => {
    const part = carded({
      a: [
        ['8', '9'],
        ['7', '9'],
      ],
      b: [
        ['9', '8'],
        ['8', '8'],
      ],
    });
    expect(standing(round(['a', 'b'], [part], chain('exact', 'criterion:content')))).toEqual(['b 1', 'a 2']);
    expect(standing(round(['a', 'b'], [part], chain('exact', 'criterion:voice')))).toEqual(['a 1', 'b 2']);
    const { b } = outcome(round(['a', 'b'], [part], chain('criterion:content')));
    expect(b?.explain.slice(1)).toEqual(['level with a (SC-14)', 'criterion:content 8.5 decides (SC-14)']);
  });

  test('SC-14: the aggregate of a criterion is trimmed as the scores are', () => {
    const trim = { rule: 'trimmedMean', high: 1, low: 1, minJudges: 3 };
    const part = carded(
      {
        a: [
          ['9', '1'],
          ['5', '5'],
          ['1', '9'],
        ],
        b: [
          ['4', '6'],
          ['6', '4'],
          ['9', '1'],
        ],
      },
      trim,
    );
    expect(standing(round(['a', 'b'], [part], chain('criterion:content')))).toEqual(['b 1', 'a 2']);
  });

  test('SC-14: headToHead counts the judges with cards for both; equal scores count for neither', () => {
    const part = judged({
      a: ['9', '9', '5', '7', null],
      b: ['8', '8', '7', '7', '7.5'],
    });
    const file = round(['b', 'a'], [part], { ...chain('headToHead') });
    expect(outcome(file)['a']?.exact).toBe('15/2');
    expect(outcome(file)['b']?.exact).toBe('15/2');
    expect(standing(file)).toEqual(['a 1', 'b 2']);
    expect(outcome(file)['a']?.explain).toContain('headToHead 2 : 1 decides (SC-14)');
  });

  test('SC-14: headToHead is for exactly two', () => {
    const part = judged({ a: ['9', '7', '8'], b: ['8', '8', '8'], c: ['8', '8', '8'] });
    const file = round(['a', 'b', 'c'], [part], chain('headToHead'));
    expect(standing(file)).toEqual(['a 1', 'b 1', 'c 1']);
    expect(outcome(file)['a']?.explain).toContain('headToHead passed over: 3 are level, not two (SC-14)');
  });

  test('SC-14: each step applies to every group still tied', () => {
    const scores = { a: ['9', '6', '6'], b: ['7', '7', '7'], c: ['8', '8', '8'], d: ['9', '9', '6'] };
    const audience = voted({ a: 1, b: 1, c: 2, d: 2 }, { rule: 'maxScaled' }, { weight: 0 });
    const file = round(['c', 'b', 'a', 'd'], [judged(scores, { rule: 'mean' }, { weight: 100 }), audience], {
      combine: 'weighted',
      ...chain('audience', 'headToHead'),
    });
    expect(standing(file)).toEqual(['d 1', 'c 2', 'b 3', 'a 4']);
  });

  test('SC-14: a group of three that a step parts may meet headToHead later', () => {
    const part = judged({ a: ['9', '8', '4'], b: ['8', '7', '6'], c: ['7', '7', '7'] });
    const audience = voted({ a: 1, b: 1, c: 2 }, { rule: 'maxScaled' }, { weight: 0 });
    const parts = [{ ...part, weight: 100 }, audience];
    const weighted = { combine: 'weighted' };
    expect(
      standing(round(['b', 'a', 'c'], parts, { ...weighted, ...chain('headToHead', 'audience') })),
    ).toEqual(['c 1', 'b 2', 'a 2']);
    expect(
      standing(round(['b', 'a', 'c'], parts, { ...weighted, ...chain('audience', 'headToHead') })),
    ).toEqual(['c 1', 'a 2', 'b 3']);
  });

  test('SC-14: audience is the value of the votes part', () => {
    const parts = [{ id: 'p', figures: { a: '2', b: '9' } }, voted({ a: 10, b: 3 }, { rule: 'maxScaled' })];
    const file = round(['b', 'a'], parts, chain('audience'));
    expect(standing(file)).toEqual(['a 1', 'b 2']);
    expect(outcome(file)['a']?.explain).toContain('audience 10 decides (SC-14)');
  });

  test('SC-14: several audiences count as they do in the figure', () => {
    const parts = [
      { id: 'p', weight: 0, figures: { a: '0', b: '0' } },
      voted({ a: 10, b: 5 }, { rule: 'maxScaled' }, { id: 'v', weight: 60 }),
      voted({ a: 1, b: 4 }, { rule: 'maxScaled' }, { id: 'w', weight: 40 }),
    ];
    const file = round(['b', 'a'], parts, { combine: 'weighted', ...chain('audience') });
    expect(outcome(file)['a']?.exact).toBe('7');
    expect(outcome(file)['b']?.exact).toBe('7');
    expect(standing(file)).toEqual(['b 1', 'a 1']);
    const idle = parts.map((part) => ({ ...part, weight: part.id === 'p' ? 100 : 0 }));
    expect(standing(round(['b', 'a'], idle, { combine: 'weighted', ...chain('audience') }))).toEqual([
      'b 1',
      'a 2',
    ]);
  });

  test.each(['audience', 'tieBreakJudge', 'headJudge'])(
    'SC-14: %s without anything to go by is passed over',
    (step) => {
      const file = round(['b', 'a'], [judged({ a: ['9'], b: ['9'] })], chain(step));
      expect(standing(file)).toEqual(['b 1', 'a 1']);
      expect(outcome(file)['a']?.explain.join()).toContain(`${step} passed over`);
    },
  );

  test('SC-14: the tie-break judge’s order decides among the tied; the unplaced come after the placed', () => {
    const part = judged({ a: ['9'], b: ['9'], c: ['9'], d: ['9'], e: ['9.5'] });
    const file = round(['a', 'b', 'c', 'd', 'e'], [part], {
      ...chain('tieBreakJudge'),
      tieBreakJudge: ['c', 'e', 'b'],
    });
    expect(standing(file)).toEqual(['e 1', 'c 2', 'b 3', 'a 4', 'd 4']);
  });

  test('SC-14: the head judge decides last, with a reason that is told', () => {
    const file = round(['a', 'b'], [judged({ a: ['9'], b: ['9'] })], {
      ...chain('exact', 'criterion:content', 'headToHead', 'tieBreakJudge', 'headJudge', 'shared'),
      headJudge: { order: ['b', 'a'], reason: '现场合议' },
    });
    expect(standing(file)).toEqual(['b 1', 'a 2']);
    expect(outcome(file)['b']?.explain.slice(1)).toEqual([
      'level with a (SC-14)',
      'criterion:content 9 leaves it level with a (SC-14)',
      'headToHead 0 : 0 leaves it level with a (SC-14)',
      'tieBreakJudge passed over: it places none of them (SC-14)',
      'headJudge place 1 (现场合议) decides (SC-14)',
    ]);
  });

  test('SC-14, SC-16: a disqualified entry is level with nobody', () => {
    const file = round(['a', 'b', 'x'], [judged({ a: ['9', '8'], b: ['8', '9'], x: ['9', '8'] })], {
      ...chain('headToHead', 'tieBreakJudge'),
      tieBreakJudge: ['x', 'b', 'a'],
      disqualified: [{ entry: 'x', reason: 'r' }],
    });
    expect(standing(file)).toEqual(['b 1', 'a 2', 'x –']);
    expect(outcome(file)['b']?.explain).toContain('headToHead 1 : 1 leaves it level with a (SC-14)');
  });
});

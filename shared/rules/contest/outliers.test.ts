import { describe, expect, test } from 'vitest';
import { CriterionId, JudgeId } from '../../model/ids.ts';
import { Criterion } from '../../model/ruleset.ts';
import { outliersOf } from './outliers.ts';

const score = CriterionId.parse('score');
const criteria = [Criterion.parse({ id: score, name: { zh: '得分' }, min: 0, max: 10_000, step: 10 })];
const cards = (...values: (number | null)[]) =>
  values.map((value, index) => ({
    judgeId: JudgeId.parse(`j${index + 1}`),
    status: value === null ? ('recused' as const) : ('locked' as const),
    values: value === null ? {} : { [score]: value },
  }));

describe('B8: cards far from the middle', () => {
  test.each([
    ['one far below', [9_000, 9_100, 8_900, 9_050, 5_000], ['j5']],
    ['one far above', [7_000, 7_100, 6_900, 7_050, 9_900], ['j5']],
    ['a wide but even spread', [6_000, 7_000, 8_000, 9_000, 10_000], []],
    ['unanimous but for a little', [9_000, 9_000, 9_000, 9_000, 9_400], []],
    ['unanimous but for much', [9_000, 9_000, 9_000, 9_000, 9_510], ['j5']],
    ['too few to say', [9_000, 9_000, 9_000, 1_000], []],
    ['who gave no score is left out', [9_000, 9_000, 9_000, 1_000, null], []],
  ])('%s', (_, values, expected) => {
    expect([...outliersOf({ criteria }, cards(...values))]).toEqual(expected);
  });

  test('the order of the judges does not matter', () => {
    const some = cards(9_000, 9_100, 8_900, 9_050, 5_000, 9_020);
    expect(outliersOf({ criteria }, some.toReversed())).toEqual(outliersOf({ criteria }, some));
  });
});

import { expect, test } from 'vitest';
import { revealOf } from './reveal.ts';
import { contest, figure, judged, round, steps } from './test-contest.ts';

const of = (shown: object[], change = {}) => {
  const one = round({ shown: steps(...shown), ...change });
  return revealOf(contest(one), one, 'e1');
};
const five = judged('e1', ['9.9', '9.9', '9.5', '9', '8']);
const strike = { show: 'strike', entryId: 'e1', high: ['j1'], low: ['j5'] };

test('SC-17 seats fill one by one, and those not shown are empty', () => {
  const { seats, figure: none } = of(five.slice(0, 2));
  expect(seats.map(({ score }) => score)).toEqual(['9.90', '9.90', undefined, undefined, undefined]);
  expect(seats[0]?.name).toBe('刘建国');
  expect(none).toBeNull();
});

test('SC-7 exactly one score is struck through at each end, and the line says which', () => {
  const { seats, figure: shown } = of([...five, strike, figure('e1', '9.467')]);
  expect(seats.map(({ struck }) => struck)).toEqual(['high', null, null, null, 'low']);
  expect(shown?.explanation).toEqual({
    rule: 'trimmedMean',
    high: 1,
    low: 1,
    dropped: { high: ['9.90'], low: ['8.00'] },
    counted: 3,
  });
});

test('SC-7 too few scores: the plain mean, and it says so', () => {
  const few = judged('e1', ['9', '8', '10', null, null]);
  const { figure: shown } = of([...few, figure('e1', '9.000')]);
  expect(shown?.explanation).toEqual({ rule: 'tooFew', minJudges: 5 });
});

test('SC-9 a penalty stands beside the figure before it', () => {
  const penalised = { ...figure('e1', '9.467', '8.967'), penalty: '0.500' };
  expect(of([penalised]).figure).toMatchObject({ value: '8.967', before: '9.467', penalty: '0.500' });
});

test('with other parts to come, the figure is the judges’ alone and says what it weighs', () => {
  expect(of([figure('e1', '9.467', null)]).figure).toMatchObject({
    value: '9.467',
    isFinal: false,
    judgesWeight: 60,
  });
});

test('pseudonyms take their seats in the order in which they are shown', () => {
  const shown = [{ show: 'judge', entryId: 'e1', judge: 'J3', score: '9' }];
  expect(of(shown).seats.map(({ key, name }) => [key, name])).toEqual([
    ['J3', 'J3'],
    ['seat-1', ''],
    ['seat-2', ''],
    ['seat-3', ''],
    ['seat-4', ''],
  ]);
});

test('the card shown anew begins anew; a correction is marked', () => {
  const again = of([...five, { show: 'entry', entryId: 'e1' }]);
  expect(again.seats).toEqual([]);
  expect(of([{ ...five[0], corrected: true }]).isCorrected).toBe(true);
});

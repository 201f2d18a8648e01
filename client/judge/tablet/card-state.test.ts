import { expect, test } from 'vitest';
import { follow } from './card-state.ts';
import { spanOf } from './totals.ts';

test.each([
  [null, null, 'b', 'b'],
  ['a', 'blank', 'b', 'b'],
  ['a', 'locked', 'b', 'b'],
  ['a', 'signing', 'b', 'b'],
  ['a', 'draft', 'b', 'a'],
  ['a', 'conflict', 'b', 'a'],
  ['a', 'refused', 'b', 'a'],
  ['a', 'blank', null, 'a'],
] as const)('showing %s (%s) when %s is called: %s', (shown, state, called, next) => {
  expect(follow<string>(shown, state, called)).toBe(next);
});

test('the ruler has room for every score', () => {
  const criteria = [{ min: 0, max: 10_000, step: 10, weight: 1_000 }] as never;
  expect(spanOf(criteria, [])).toEqual({ low: 0, high: 10_000_000 });
  expect(spanOf(criteria, [9_000_000, 9_400_000])).toEqual({ low: 8_800_000, high: 9_600_000 });
  expect(spanOf(criteria, [10_000_000])).toEqual({ low: 9_800_000, high: 10_000_000 });
});

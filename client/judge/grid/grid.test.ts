import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { decimalsOf, readThousandths, showThousandths } from './figures.ts';
import { type Grid, isOnGrid, middleOf, pressesOf, snap, stepBy, topOf } from './grid.ts';

const ten: Grid = { min: 0, max: 10_000, step: 10 };

const grids = fc
  .record({
    min: fc.integer({ min: -1_000_000, max: 900_000 }),
    span: fc.integer({ min: 1, max: 100_000 }),
    step: fc.integer({ min: 1, max: 20_000 }),
  })
  .map(({ min, span, step }): Grid => ({ min, max: min + span, step }));

describe('SC-1 grid', () => {
  test.prop([grids, fc.integer({ min: -2_000_000, max: 2_000_000 })])(
    'a snapped value is on the grid, and no other is nearer',
    (grid, value) => {
      const snapped = snap(grid, value);
      expect(isOnGrid(grid, snapped)).toBe(true);
      for (const other of [snapped - grid.step, snapped + grid.step]) {
        if (isOnGrid(grid, other))
          expect(Math.abs(other - value)).toBeGreaterThanOrEqual(Math.abs(snapped - value));
      }
    },
  );

  test.prop([grids, fc.array(fc.tuple(fc.nat(2), fc.boolean()), { maxLength: 60 })])(
    'however one presses, every value is on the grid',
    (grid, presses) => {
      const sizes = pressesOf(grid);
      let value: number | null = null;
      for (const [size, isUp] of presses) {
        const by = sizes[size % sizes.length] ?? grid.step;
        value = stepBy(grid, value, isUp ? by : -by);
        expect(isOnGrid(grid, value)).toBe(true);
      }
    },
  );

  test.prop([grids, fc.nat(200)])(
    'a press up and the same down is no change, away from the ends',
    (grid, steps) => {
      const value = grid.min + steps * grid.step;
      for (const by of pressesOf(grid)) {
        if (value + by <= topOf(grid)) expect(stepBy(grid, stepBy(grid, value, by), -by)).toBe(value);
      }
    },
  );

  test.prop([fc.integer({ min: -1_000_000, max: 1_000_000 })])(
    'what is shown reads back as the same',
    (value) => {
      expect(readThousandths(showThousandths(value, 3))).toBe(value);
    },
  );

  test.prop([grids, fc.nat(500)])('no digit of a value is hidden', (grid, steps) => {
    const value = grid.min + steps * grid.step;
    expect(readThousandths(showThousandths(value, decimalsOf(grid)))).toBe(value);
  });

  test('ends, middle, presses', () => {
    expect(stepBy(ten, 9_990, 100)).toBe(10_000);
    expect(stepBy(ten, 5, -100)).toBe(0);
    expect(topOf({ min: 0, max: 10_000, step: 3_000 })).toBe(9_000);
    expect(middleOf(ten)).toBe(5_000);
    expect(pressesOf(ten)).toEqual([10, 100, 500]);
    expect(pressesOf({ min: 0, max: 40_000, step: 500 })).toEqual([500, 1_000, 5_000]);
    expect(pressesOf({ min: 0, max: 100_000, step: 1_000 })).toEqual([1_000, 5_000, 10_000]);
    expect(pressesOf({ min: 0, max: 5_000, step: 1_000 })).toEqual([1_000]);
  });

  test.each([
    ['9.35', 9_350],
    ['9', 9_000],
    ['.5', 500],
    ['9.', 9_000],
    ['-0.2', -200],
    ['-0', 0],
    ['', null],
    ['.', null],
    ['9.3555', null],
    ['9,5', null],
    ['1e3', null],
  ])('typed %o is %o', (text, value) => expect(readThousandths(text)).toBe(value));
});

import type { Criterion } from '#shared/model/ruleset.ts';

/** SC-1: where a criterion's values may lie, in whole thousandths. */
export type Grid = Pick<Criterion, 'min' | 'max' | 'step'>;

/** The highest value on a step from `min`; `max` itself where the steps reach it. */
export const topOf = ({ min, max, step }: Grid): number => max - ((max - min) % step);

export const isOnGrid = (grid: Grid, value: number): boolean =>
  Number.isInteger(value) && value >= grid.min && value <= grid.max && (value - grid.min) % grid.step === 0;

/** The nearest value on the grid; of two equally near the higher one. */
export function snap(grid: Grid, value: number): number {
  const top = topOf(grid);
  if (value <= grid.min) return grid.min;
  if (value >= top) return top;
  const over = (value - grid.min) % grid.step;
  return over * 2 < grid.step ? value - over : value - over + grid.step;
}

/** Where the first press goes on an empty criterion: the middle, which favours nobody. */
export const middleOf = (grid: Grid): number =>
  snap(grid, grid.min + (grid.max - grid.min - ((grid.max - grid.min) % 2)) / 2);

/** One press on a step of `by`; it stops at the ends. */
export const stepBy = (grid: Grid, value: number | null, by: number): number =>
  value === null ? middleOf(grid) : snap(grid, value + by);

const ROUND_STEPS = [100, 500, 1_000, 5_000, 10_000];

/** The presses a criterion offers, smallest first: its own step, and up to two coarser round ones. */
export function pressesOf(grid: Grid): number[] {
  const presses = [grid.step];
  for (const size of ROUND_STEPS) {
    const last = presses[presses.length - 1] ?? grid.step;
    const fits = size % grid.step === 0 && size >= last * 2 && size * 4 <= grid.max - grid.min;
    if (fits && presses.length < 3) presses.push(size);
  }
  return presses;
}

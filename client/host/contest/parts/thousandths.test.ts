import { describe, expect, it } from 'vitest';
import { figureText, readFigure, readPoints, readWhole } from './thousandths.ts';

describe('SC-1: figures are whole thousandths', () => {
  it.each([
    ['9.5', 9_500],
    ['9.', 9_000],
    ['0.01', 10],
    ['-0.2', -200],
    ['1000', 1_000_000],
  ])('reads %s', (text, thousandths) => {
    expect(readFigure(text)).toBe(thousandths);
  });

  it.each(['', '9,5', '9.0001', '1000.001', 'ten', '1e3'])('does not read “%s”', (text) => {
    expect(readFigure(text)).toBeNull();
  });

  it.each([0, 10, 9_500, 9_950, 1_000_000, -200])('reads what it writes: %d', (thousandths) => {
    expect(readFigure(figureText(thousandths))).toBe(thousandths);
  });

  it('reads points for the places, and nothing else', () => {
    expect(readPoints('12, 10 8，7')).toEqual([12, 10, 8, 7]);
    expect(readPoints('12 a')).toBeNull();
    expect(readPoints(' ')).toBeNull();
    expect(readWhole('7.5')).toBeNull();
  });
});

import { describe, expect } from 'vitest';
import { fc, test } from '@fast-check/vitest';
import {
  add,
  compare,
  divide,
  exact,
  fromHighest,
  multiply,
  parseDecimal,
  squareRoot,
  subtract,
  toExact,
  toFixed,
} from './exact.ts';
import { othersIn, show } from './wording.ts';

const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => exact(n, d));

describe('exact', () => {
  test.each([
    ['9.50', '19/2'],
    ['-0.125', '-1/8'],
    ['10', '10'],
    ['-0', '0'],
    ['007.0', '7'],
    ['123456789012345678901234.5', '246913578024691357802469/2'],
  ])('SC-14: %s is %s', (text, printed) => {
    expect(toExact(parseDecimal(text))).toBe(printed);
  });

  test.each(['', ' 1', '1 ', '1e3', '.5', '5.', '+1', '1,5', '0x10', '1_000', '--1', 'NaN', 'Infinity', '١'])(
    'SC-1: %j is no decimal',
    (text) => expect(() => parseDecimal(text)).toThrow(RangeError),
  );

  test.each([
    [142n, 15n, 3, '9.467'],
    [1n, 2n, 0, '1'],
    [-1n, 2n, 0, '-1'],
    [5n, 1000n, 2, '0.01'],
    [-5n, 1000n, 2, '-0.01'],
    [-4n, 1000n, 2, '0.00'],
    [2n, 3n, 5, '0.66667'],
    [9n, 1n, 3, '9.000'],
  ])('SC-14: %s/%s with %s decimals is %s', (n, d, decimals, shown) => {
    expect(toFixed(exact(n, d), decimals)).toBe(shown);
  });

  test.each([
    ['2', '1.414213562373'],
    ['3', '1.732050807569'],
    ['0', '0.000000000000'],
    ['1', '1.000000000000'],
    ['0.0000000000000000000000001', '0.000000000000'],
    // Exactly half a unit of the twelfth decimal goes up.
    ['0.00000000000000000000000025', '0.000000000001'],
    ['0.25', '0.500000000000'],
  ])('SC-6: the root of %s to 12 decimals is %s', (text, root) => {
    expect(toFixed(squareRoot(parseDecimal(text), 12), 12)).toBe(root);
  });

  test('SC-6: there is no root below zero, and no quotient by zero', () => {
    expect(() => squareRoot(parseDecimal('-1'), 12)).toThrow(RangeError);
    expect(() => divide(parseDecimal('1'), parseDecimal('0'))).toThrow(RangeError);
  });

  test.prop([fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.bigInt({ min: 1n, max: 10n ** 20n })])(
    'SC-6: a root is within half a unit of its last decimal',
    (n, d) => {
      const root = squareRoot(exact(n, d), 12);
      const half = exact(1n, 2n * 10n ** 12n);
      const above = add(root, half);
      expect(compare(multiply(above, above), exact(n, d))).toBe(1);
      const below = subtract(root, half);
      if (below.n > 0n) expect(compare(multiply(below, below), exact(n, d))).toBeLessThanOrEqual(0);
    },
  );

  test.prop([fraction, fraction, fraction])('SC-14: arithmetic is that of fractions', (a, b, c) => {
    expect(add(a, b)).toEqual(add(b, a));
    expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
    expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
    expect(subtract(add(a, b), b)).toEqual(a);
    if (b.n !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
    expect(compare(a, b)).toBe(-compare(b, a) + 0);
    expect(fromHighest([a, b, c])[0]).toEqual([a, b, c].reduce((x, y) => (compare(x, y) > 0 ? x : y)));
  });
});

describe('wording', () => {
  test.each([
    [exact(142n, 15n), '9.4666…'],
    [exact(-1n, 30000n), '-0.0000…'],
    [exact(-10n, 3n), '-3.3333…'],
    [exact(19n, 2n), '9.5'],
    [exact(10n), '10'],
    [exact(0n), '0'],
  ])('%o reads %s', (value, text) => expect(show(value)).toBe(text));

  test('names some of those who are level and counts the rest', () => {
    expect(othersIn(['a', 'b'], 'a')).toBe('b');
    expect(othersIn(['a', 'b', 'c', 'd', 'e', 'f'], 'f')).toBe('a, b, c, d, e');
    expect(othersIn(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], 'a')).toBe('b, c, d, e, f and 2 more');
  });
});

import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { canonical } from './canonical.ts';

describe('canonical JSON', () => {
  test.each([
    [null, 'null'],
    [-0, '0'],
    [1e21, '1e+21'],
    ['\u20ac$\u000F\nA\'B"\\', '"€$\\u000f\\nA\'B\\"\\\\"'],
    [[3, 'a', { z: 1, a: [] }], '[3,"a",{"a":[],"z":1}]'],
    [{ b: 1, a: undefined, c: null }, '{"b":1,"c":null}'],
    [
      { '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4, '\ufb33': 5 },
      '{"\\r":2,"1":3,"€":1,"😀":4,"\ufb33":5}',
    ],
  ])('%j is %s', (value, text) => {
    expect(canonical(value)).toBe(text);
  });

  test.each([
    [undefined],
    [Number.NaN],
    [Infinity],
    [1n],
    [() => 1],
    [new Date(0)],
    [new Map()],
    [[undefined]],
  ])('refuses what JSON cannot hold: %s', (value) => {
    expect(() => canonical(value)).toThrow(TypeError);
  });

  test.prop([fc.jsonValue()])('survives a round trip', (value) => {
    expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
    expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
  });

  test.prop([fc.dictionary(fc.string(), fc.integer())])('does not depend on the order of keys', (record) => {
    const reversed = Object.fromEntries(Object.entries(record).toReversed());
    expect(canonical(reversed)).toBe(canonical(record));
  });
});

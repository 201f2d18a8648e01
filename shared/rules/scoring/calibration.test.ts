import { describe, expect } from 'vitest';
import { fc, test } from '@fast-check/vitest';
import { shownScores } from './calibration.ts';

const order = ['a', 'b', 'c', 'd', 'e', 'f'];
const shown = (scored: string, batch: number): string =>
  shownScores(order, (entry) => scored.includes(entry), batch).join('');

describe('calibration batch', () => {
  test.each([
    ['ab', 3, ''],
    ['abc', 3, 'abc'],
    ['abcd', 3, 'abcd'],
    ['abd', 3, ''],
    ['a', 0, 'a'],
    ['', 0, ''],
    ['a', 1, 'a'],
    ['abcde', 9, ''],
    ['abcdef', 9, 'abcdef'],
  ])('SC-10: scored %j with a batch of %i shows %j', (scored, batch, wanted) => {
    expect(shown(scored, batch)).toBe(wanted);
  });

  test.prop([fc.nat(8)])(
    'SC-10: in draw order nothing shows before the batch is full, everything after',
    (batch) => {
      for (let count = 0; count <= order.length; count += 1) {
        const scored = order.slice(0, count).join('');
        expect(shown(scored, batch)).toBe(count < Math.min(batch, order.length) ? '' : scored);
      }
    },
  );
});

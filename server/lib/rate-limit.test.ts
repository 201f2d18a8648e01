import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { createBuckets } from './rate-limit.ts';

const held = () => {
  let time = 1_000_000;
  return { now: () => time, pass: (ms: number) => void (time += ms) };
};
const taken = (results: readonly number[]): number => results.filter((wait) => wait === 0).length;

describe('buckets', () => {
  test('hold a burst, then refill at their pace', () => {
    const clock = held();
    const buckets = createBuckets({ perSecond: 2, burst: 3 }, clock);
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 500]);
    clock.pass(499);
    expect(buckets.take('a')).toBe(1);
    clock.pass(1);
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 500]);
    clock.pass(60_000);
    expect(taken(Array.from({ length: 9 }, () => buckets.take('a')))).toBe(3);
  });

  test('do not share between keys', () => {
    const buckets = createBuckets({ perSecond: 1, burst: 1 }, held());
    expect([buckets.take('a'), buckets.take('b'), buckets.take('a')]).toEqual([0, 0, 1_000]);
  });

  test('do not punish anyone for a clock that was set back an hour', () => {
    const clock = held();
    const buckets = createBuckets({ perSecond: 1, burst: 2 }, clock);
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([0, 0, 1_000]);
    clock.pass(-3_600_000);
    expect(buckets.take('a')).toBe(0);
  });

  test('forget the longest unseen when there are too many keys, and only those', () => {
    const buckets = createBuckets({ perSecond: 1, burst: 1, maxKeys: 100 }, held());
    for (let viewer = 0; viewer < 1_000; viewer += 1) buckets.take(`v${viewer}`);
    const remembered = Array.from({ length: 1_000 }, (_, viewer) => viewer).filter(
      (viewer) => buckets.take(`v${viewer}`) > 0,
    );
    expect(remembered.length).toBeLessThanOrEqual(100);
    expect(buckets.take('v999')).toBe(1_000);
  });

  test.prop([fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 300 }), fc.integer({ min: 1, max: 9 })])(
    'never allow more than the burst and the pace together',
    (pauses, burst) => {
      const clock = held();
      const start = clock.now();
      const buckets = createBuckets({ perSecond: 10, burst }, clock);
      let allowed = 0;
      for (const pause of pauses) {
        clock.pass(pause);
        if (buckets.take('a') === 0) allowed += 1;
        expect(allowed).toBeLessThanOrEqual(burst + (clock.now() - start) / 100);
      }
    },
  );

  test.prop([fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 300 })])(
    'allow a take after exactly the wait they gave',
    (pauses) => {
      const clock = held();
      const buckets = createBuckets({ perSecond: 3, burst: 2 }, clock);
      for (const pause of pauses) {
        clock.pass(pause);
        const wait = buckets.take('a');
        clock.pass(wait);
        expect(wait === 0 || buckets.take('a') === 0).toBe(true);
      }
    },
  );
});

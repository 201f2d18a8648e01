import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { LIMITS } from '#shared/limits.ts';
import { compileWords } from './words.ts';

/** The same texts in every run. */
function hanziStrings(count: number, length: () => number): string[] {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 0x8000_0000;
    return Math.floor((seed / 0x8000_0000) * below);
  };
  const one = () =>
    Array.from({ length: length() }, () => String.fromCodePoint(0x4e00 + next(3_000))).join('');
  return Array.from({ length: count }, one);
}

const elapsedMs = (work: () => void): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

// Bounds are some ten times what a laptop needs, so that they catch a change of order and not a busy machine.

test('20,000 words compile within 3 s, and a comment of 100 characters takes under 0.5 ms', () => {
  let length = 0;
  const block = hanziStrings(20_000, () => 2 + (length++ % 4));
  const comments = hanziStrings(2_000, () => 100);
  let matcher = compileWords({ block: [], allow: [] });
  expect(elapsedMs(() => void (matcher = compileWords({ block, allow: [] })))).toBeLessThan(3_000);
  const matchMs = elapsedMs(() => comments.forEach((comment) => matcher.match(comment)));
  expect(matchMs / comments.length).toBeLessThan(0.5);
});

test('the worst list for the worst comment stays small', () => {
  const block = Array.from({ length: LIMITS.wordLength }, (_, length) => '哈'.repeat(length + 1));
  const matcher = compileWords({ block, allow: ['哈'.repeat(LIMITS.wordLength)] });
  expect(elapsedMs(() => matcher.match('哈 '.repeat(LIMITS.commentUnits / 2)))).toBeLessThan(1_000);
});

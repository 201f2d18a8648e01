import { expect, test } from 'vitest';
import { nicknameOf, remark } from './cli/rehearse/talk.ts';
import { arrivals, arrivalSeconds, favourites, judged, mood, pause } from './cli/rehearse/temper.ts';
import { twinOf } from './cli/rehearse/twin.ts';
import { LIMITS } from '#shared/limits.ts';
import { EventSlug } from '#shared/model/ids.ts';

/** A chance that is the same in every run. */
function drawn(): () => number {
  let seed = 7;
  return () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
}

test('most of a crowd come early, all of them come, and none faster than a door lets in', () => {
  const seconds = arrivals(200);
  expect(seconds).toHaveLength(200);
  expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
  expect(seconds.filter((second) => second < arrivalSeconds(200) / 2).length).toBeGreaterThan(100);
  expect(seconds.at(-1)).toBeLessThan(arrivalSeconds(200));
});

test('events that come so many a second do, on average', () => {
  const chance = drawn();
  const waited = Array.from({ length: 2_000 }, () => pause(4, chance)).reduce((sum, one) => sum + one, 0);
  expect(waited / 2_000).toBeCloseTo(1 / 4, 1);
  expect(mood(0, 0)).toBeGreaterThan(mood(0, 60));
});

test('a ballot names different options in order, and the crowd has favourites', () => {
  const chance = drawn();
  const votes = [0, 0, 0, 0];
  for (let voter = 0; voter < 500; voter += 1) {
    const chosen = favourites(4, 2, 'poll', chance);
    expect(new Set(chosen).size).toBe(chosen.length);
    expect(chosen).toEqual(chosen.toSorted((a, b) => a - b));
    for (const index of chosen) votes[index] = (votes[index] ?? 0) + 1;
  }
  expect(Math.max(...votes)).toBeGreaterThan(1.3 * Math.min(...votes));
});

test.each([
  { min: 0, max: 10_000, step: 10 },
  { min: 60_000, max: 100_000, step: 500 },
  { min: 1_000, max: 1_003, step: 2 },
])('a judge’s value is on a step of $min to $max', (criterion) => {
  const chance = drawn();
  for (const leaning of [-30, 0, 1, 30]) {
    const value = judged(criterion, leaning, chance);
    expect(value).toBeGreaterThanOrEqual(criterion.min);
    expect(value).toBeLessThanOrEqual(criterion.max);
    expect((value - criterion.min) % criterion.step).toBe(0);
  }
});

test('three hundred people have names of their own, and never nothing to say', () => {
  const names = Array.from({ length: 300 }, (_, index) => nicknameOf(index));
  expect(new Set(names).size).toBe(300);
  for (const name of names) expect([...name].length).toBeLessThanOrEqual(20);
  const chance = drawn();
  const nothing = { performer: null, organisation: null, item: null, poll: null };
  const topic = { performer: '林晓雯', organisation: '南山区', item: '合唱', poll: '最期待？' };
  const said = Array.from({ length: 400 }, (_, index) => remark(index % 2 ? topic : nothing, chance));
  expect(said.every((text) => text.trim() !== '')).toBe(true);
  expect(said.some((text) => text.includes('林晓雯'))).toBe(true);
  expect(said.some((text) => /^[A-Za-z ,!]+$/.test(text))).toBe(true);
});

test('a twin’s address is an address, however long the event’s own', () => {
  for (const slug of ['demo', 'a', 'x'.repeat(LIMITS.slugLength)]) {
    expect(EventSlug.parse(twinOf(slug))).not.toBe(slug);
    expect(twinOf(twinOf(slug))).toBe(twinOf(slug));
  }
});

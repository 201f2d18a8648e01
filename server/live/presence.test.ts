import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EventSlug } from '#shared/model/ids.ts';
import type { Pulse } from '../store/store.ts';
import { createPresence } from './presence.ts';

const MINUTE_MS = 60_000;

/** A node's presence under a held clock, and the pulses its store was given. */
function house({ answers = true } = {}) {
  const pulses: Pulse[] = [];
  const store = {
    async pulse(_slug: EventSlug, report: Pulse) {
      pulses.push(report);
      if (!answers) throw new Error('no answer');
      return { viewers: {} };
    },
  };
  const presence = createPresence({
    slug: 'gala' as EventSlug,
    node: 'a',
    store: store as never,
    clock: { now: () => Date.now() },
    onSums: () => undefined,
    onAway: () => undefined,
    onFailure: () => undefined,
  });
  const come = (viewers: number): void => {
    for (let viewer = 1; viewer <= viewers; viewer += 1) presence.join(viewer);
  };
  return { presence, pulses, come };
}

describe('presence', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('a full house is still here a part at a time, everybody once in five minutes', async () => {
    const { pulses, come } = house();
    come(2_000);
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(pulses.flatMap(({ arrived }) => arrived)).toHaveLength(2_000);
    expect(pulses.flatMap(({ seen }) => seen)).toEqual([]);
    await vi.advanceTimersByTimeAsync(5 * MINUTE_MS);
    const said = pulses.flatMap(({ seen }) => seen);
    expect(new Set(said).size).toBe(2_000);
    expect(said).toHaveLength(2_000);
    expect(Math.max(...pulses.map(({ seen }) => seen.length))).toBe(200);
  });

  test('who left is said to have been seen, all of them, however many left at once', async () => {
    const { presence, pulses, come } = house();
    come(700);
    await vi.advanceTimersByTimeAsync(20_000);
    for (let viewer = 1; viewer <= 700; viewer += 1) presence.leave(viewer);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(pulses.flatMap(({ seen }) => seen).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 700 }, (_, index) => index + 1),
    );
    expect(pulses.at(-1)?.online).toBe(0);
  });

  test('a store that does not answer is asked no more for it', async () => {
    const { pulses, come } = house({ answers: false });
    come(2_000);
    await vi.advanceTimersByTimeAsync(10 * MINUTE_MS);
    expect(pulses.length).toBeGreaterThan(100);
    const sizes = pulses.map(({ arrived, seen }) => arrived.length + seen.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(700);
  });
});

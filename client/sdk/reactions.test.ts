import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Execute } from './execute.ts';
import { createReactions } from './reactions.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function trial(online: number) {
  const sent: unknown[] = [];
  const execute = ((name: string, input: unknown) => {
    sent.push([name, input]);
    return Promise.resolve({ ok: true, data: {} });
  }) as unknown as Execute;
  return { reactions: createReactions(execute, () => online), sent };
}

test.each([
  [10, 500],
  [10_000, 2_000],
  [600_000, 3_000],
])('among %i viewers taps leave together after %i ms', async (online, afterMs) => {
  const { reactions, sent } = trial(online);
  reactions.tap('like', 2);
  await vi.advanceTimersByTimeAsync(afterMs - 1);
  reactions.tap('like', 3);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual([['reaction:send', { kind: 'like', count: 5 }]]);
});

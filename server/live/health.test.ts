import { expect, test } from 'vitest';
import { BEAT_LIMITS } from './beat.ts';
import { createHealth } from './health.ts';

test('health: what the desk is told of store, nodes and beat', () => {
  let now = 10_000;
  const health = createHealth({
    engine: 'redis',
    unsafe: ['appendfsync'],
    beatMs: () => 253,
    now: () => now,
  });
  health.answered(5, 2);
  expect(health.read()).toEqual({
    store: 'ok',
    staleSince: null,
    engine: 'redis',
    unsafe: ['appendfsync'],
    nodes: 2,
    beat: { ms: 250, minMs: BEAT_LIMITS.minMs, maxMs: BEAT_LIMITS.maxMs },
  });
  health.answered(900, 2);
  expect(health.read().store).toBe('slow');
  // A store that hangs says nothing: the silence is noticed.
  now += 4_000;
  expect(health.read()).toMatchObject({ store: 'unavailable', staleSince: 10_000 });
  now += 1_000;
  health.answered(5, 1);
  expect(health.read()).toMatchObject({ store: 'ok', staleSince: null, nodes: 1 });
  health.away();
  expect(health.read()).toMatchObject({ store: 'unavailable', staleSince: 15_000 });
});

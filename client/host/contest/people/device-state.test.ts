import { expect, test } from 'vitest';
import { contest, round } from '../../../ui/contest/test-contest.ts';
import { deviceState } from './device-state.ts';

const device = (actorId: string, revokedAt: number | null = null) =>
  ({ actorId, judgeId: 'j1', label: '', pairedAt: 0, revokedAt }) as never;
const desk = { conflicts: [], refusedPairings: [], devices: [device('a'), device('b'), device('c', 5)] };
const state = (reports: object, now: number) =>
  deviceState(contest(round(), { desk }), 'j1' as never, reports as never, now);
const report = (at: number, battery: number | null = 80) => ({ at, battery, isCharging: false, unsent: 1 });

test('of a judge’s devices the one heard of last speaks; one that was revoked does not', () => {
  expect(state({}, 0)).toEqual({ is: 'none' });
  expect(state({ c: report(9) }, 10)).toEqual({ is: 'none' });
  expect(state({ a: report(1_000), b: report(9_000, 12) }, 10_000)).toMatchObject({
    is: 'here',
    battery: 12,
    unsent: 1,
  });
});

test('two reports missed are an absence', () => {
  expect(state({ a: report(0) }, 45_000).is).toBe('here');
  expect(state({ a: report(0) }, 45_001)).toMatchObject({ is: 'away', seenAt: 0 });
});

import { expect, test } from 'vitest';
import type { Fact } from '../../protocol/updates.ts';
import { latestOf } from './latest.ts';

const of = (type: string, payload: object) => latestOf({ type, payload } as Fact);

test.each([
  ['round:opened', { plan: { id: 'r1' }, ruleHash: '' }, 'opened'],
  ['entry:called', { roundId: 'r1', entryId: null }, 'called'],
  ['vote:opened', { roundId: 'r1' }, 'voting'],
  ['reveal:shown', { roundId: 'r1' }, 'shown'],
  ['round:sealed', { roundId: 'r1' }, 'sealed'],
  ['round:published', { roundId: 'r1' }, 'published'],
])('SC-17 %s is what the hall saw last', (type, payload, what) => {
  expect(of(type, payload)).toEqual({ roundId: 'r1', what });
});

test.each(['vote:closed', 'card:progressed', 'reveal:prepared', 'round:drafted'])('%s is not', (type) => {
  expect(of(type, { roundId: 'r1' })).toBeNull();
});

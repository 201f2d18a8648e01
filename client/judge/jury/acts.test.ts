import { expect, test } from 'vitest';
import type { Round } from '#shared/model/contest.ts';
import { actsOf } from './acts.ts';
import type { Cell } from './cell-state.ts';

const open = { status: 'open' } as Round;
const cell = (progress: object | undefined): Cell => ({ progress, isOut: false }) as unknown as Cell;
const head = { role: 'headJudge', isOwn: false, sees: true } as const;

test('SC-3: who entered it, or does not see it, does not confirm it', () => {
  const signed = cell({ status: 'signed' });
  expect(actsOf(head, open, signed)).toEqual(['confirm', 'reject']);
  expect(actsOf({ ...head, isOwn: true }, open, signed)).toEqual(['reject']);
  expect(actsOf({ ...head, sees: false }, open, signed)).toEqual([]);
  expect(actsOf({ ...head, isOwn: true }, open, cell({ status: 'locked', amending: true }))).toEqual([
    'reject',
  ]);
});

test('SC-3: a locked card is amended by the head judge alone', () => {
  const locked = cell({ status: 'locked', amending: false });
  expect(actsOf(head, open, locked)).toEqual(['amend']);
  expect(actsOf({ ...head, role: 'scrutineer' }, open, locked)).toEqual([]);
});

test('nothing is done in a sealed round, nor by others', () => {
  expect(actsOf(head, { status: 'sealed' } as Round, cell(undefined))).toEqual([]);
  expect(actsOf({ ...head, role: 'judge' }, open, cell(undefined))).toEqual([]);
  expect(actsOf(head, open, cell(undefined))).toContain('waive');
});

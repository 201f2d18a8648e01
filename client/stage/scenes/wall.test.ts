import { describe, expect, it } from 'vitest';
import type { CommentRow } from '../../sdk/index.ts';
import { pruneRows } from '../../ui/live/prune-rows.ts';
import { firstWall, onlyKnown, step, WALL_ROWS } from './wall.ts';

const row = (number: number, fields: Partial<CommentRow> = {}): CommentRow => ({
  key: `c${number}`,
  id: `c${number}` as CommentRow['id'],
  text: `${number}`,
  at: number * 1_000,
  author: { id: 'v1' as CommentRow['author']['id'], name: '小林', role: 'viewer' },
  isOwn: false,
  delivery: 'shown',
  refusal: null,
  ...fields,
});
const rows = (from: number, to: number): CommentRow[] =>
  Array.from({ length: to - from + 1 }, (_, index) => row(from + index));
const keys = (wall: readonly CommentRow[]): string[] => wall.map(({ key }) => key);

describe('the wall', () => {
  it('stands at once with the latest when the page is loaded', () => {
    expect(keys(firstWall(rows(1, 40)))).toHaveLength(WALL_ROWS);
    expect(keys(firstWall(rows(1, 40)))[WALL_ROWS - 1]).toBe('c40');
  });

  it('takes one comment per step, in order', () => {
    const wall = step(firstWall(rows(1, 3)), rows(1, 6));
    expect(keys(wall)).toEqual(['c1', 'c2', 'c3', 'c4']);
  });

  it('shows what is being said now when many wait', () => {
    const wall = step(firstWall(rows(1, 3)), rows(1, 30));
    expect(keys(wall)).toEqual(['c1', 'c2', 'c3', 'c30']);
  });

  it('goes on after its last comment was taken back, and after it has aged out of the rows', () => {
    expect(keys(step(firstWall(rows(1, 3)), [row(1), row(2), row(4)]))).toEqual(['c1', 'c2', 'c3', 'c4']);
    expect(keys(step(firstWall(rows(1, 3)), rows(50, 52)))).toEqual(['c1', 'c2', 'c3', 'c50']);
  });

  it('is the same array when nothing came', () => {
    const wall = firstWall(rows(1, 3));
    expect(step(wall, rows(1, 3))).toBe(wall);
  });

  it('never shows a comment that is not public', () => {
    const mine = row(4, { delivery: 'held' });
    expect(keys(step(firstWall(rows(1, 3)), [...rows(1, 3), mine]))).toEqual(['c1', 'c2', 'c3']);
  });

  it('loses a comment that was taken back, and keeps one that has only aged', () => {
    const wall = rows(1, 5);
    expect(keys(pruneRows(wall, [row(3), row(5)]))).toEqual(['c1', 'c2', 'c3', 'c5']);
    expect(pruneRows(wall, rows(1, 9))).toBe(wall);
  });

  it('after a rejoin shows only what the snapshot names', () => {
    expect(keys(onlyKnown(rows(1, 5), [row(2), row(4), row(9)]))).toEqual(['c2', 'c4']);
  });
});

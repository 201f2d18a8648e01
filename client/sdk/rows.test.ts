import { describe, expect, test } from 'vitest';
import type { Author } from '#shared/model/comment.ts';
import type { CommentId } from '#shared/model/ids.ts';
import * as rows from './rows.ts';
import { comment } from './test-server.ts';

const me = { id: 'v1', name: '我', role: 'viewer' } as Author;
const ids = (all: readonly { id: string | null; key: string }[]): string[] =>
  all.map(({ id, key }) => id ?? key);

describe('rows', () => {
  test('keep the last 200', () => {
    const many = Array.from({ length: 260 }, (_, index) => comment(`c${index}`));
    const kept = rows.appendComments([], many, 'v1');
    expect(kept).toHaveLength(rows.MAX_ROWS);
    expect(kept[0]?.id).toBe('c60');
  });

  test('are cut many at a time, so that what is shown moves seldom', () => {
    let kept: ReturnType<typeof rows.appendComments> = [];
    let cuts = 0;
    for (let index = 0; index < 1_000; index += 1) {
      const before = kept[0]?.key;
      kept = rows.appendComments(kept, [comment(`c${index}`)], 'v1');
      if (before !== undefined && kept[0]?.key !== before) cuts += 1;
      expect(kept.length).toBeLessThanOrEqual(rows.MAX_ROWS + 50);
    }
    expect(cuts).toBeLessThanOrEqual(1_000 / 50);
  });

  test('a snapshot that missed nothing keeps what is there; another keeps only own rows still on their way', () => {
    const shown = rows.appendComments([], [comment('a'), comment('b')], 'v1');
    const all = rows.addOwn(shown, 'k', '好', me, 1);
    expect(ids(rows.replaceComments(all, [comment('b'), comment('c')], 'v1', true))).toEqual([
      'a',
      'b',
      'k',
      'c',
    ]);
    expect(ids(rows.replaceComments(all, [comment('b'), comment('c')], 'v1', false))).toEqual([
      'b',
      'c',
      'k',
    ]);
  });

  test('a restored comment returns to its place in time', () => {
    const at = (id: string, time: number) => ({ ...comment(id), at: time });
    const shown = rows.appendComments([], [at('a', 1), at('b', 2), at('c', 3)], 'v1');
    const hidden = rows.hideRow(shown, 'b' as CommentId);
    expect(ids(rows.restoreRow(hidden, at('b', 2), 'v1'))).toEqual(['a', 'b', 'c']);
  });

  test('a comment held for the desk is no row', () => {
    expect(rows.appendComments([], [{ ...comment('a'), held: true }], 'v1')).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { CommentId } from '#shared/model/ids.ts';
import type { Frame } from '#shared/protocol/updates.ts';
import { absorbMine, addMine, checkMine, createMineStore, MAX_MINE, type OwnComment } from './mine.ts';
import { storage } from './storage.ts';
import { comment } from './test-server.ts';

const id = (text: string): CommentId => text as CommentId;
const own = (text: string, change: Partial<OwnComment> = {}): OwnComment => ({
  id: id(text),
  text,
  at: 1,
  status: 'shown',
  reach: null,
  oneIn: 1,
  ...change,
});
const frame = (comments: Frame['comments'], facts: object[] = []): Frame =>
  ({ comments, facts, gauges: {} }) as unknown as Frame;
const heard = (...frames: Frame[]) => ({ frames, youId: 'v1', online: 1_204, oneIn: 40 });

describe('one’s own comments', () => {
  test('are known with how many were there, whether the ack or the frame comes first', () => {
    const before = [own('acked')];
    const after = absorbMine(
      before,
      heard(frame([comment('acked', 'acked', 'v1'), comment('ahead', 'ahead', 'v1'), comment('other')])),
    );
    expect(after).toEqual([own('acked', { reach: 1_204 }), own('ahead', { reach: 1_204, oneIn: 40 })]);
    expect(addMine(after, own('ahead'))).toBe(after);
  });

  test('are hidden and brought back; what is said of others changes nothing', () => {
    const mine = [own('a')];
    const hide = (commentId: string) => ({ type: 'comment:hidden', payload: { commentId } });
    const hidden = absorbMine(mine, heard(frame([], [hide('a'), hide('b')])));
    expect(hidden).toEqual([own('a', { status: 'hidden' })]);
    const restored = { type: 'comment:restored', payload: { comment: comment('a') } };
    expect(absorbMine(hidden, heard(frame([], [restored])))).toEqual(mine);
    expect(absorbMine(mine, heard(frame([comment('b')], [hide('b')])))).toBe(mine);
  });

  test('take the server’s word, and forget what was somebody else’s', () => {
    const mine = [own('old'), own('a'), own('b')];
    const known = [{ id: id('a'), status: 'rejected' as const }];
    expect(checkMine(mine, [id('a'), id('b')], known)).toEqual([
      own('old'),
      own('a', { status: 'rejected' }),
    ]);
  });

  test('are kept for the next visit, the last of them', () => {
    const store = createMineStore('gala', '');
    expect(store.read()).toEqual([]);
    let mine: readonly OwnComment[] = [];
    for (let index = 0; index < MAX_MINE + 5; index += 1) mine = addMine(mine, own(`c${index}`));
    store.write(mine);
    expect(store.read()).toHaveLength(MAX_MINE);
    expect(store.read()[0]?.id).toBe('c5');
    storage.write('xinli:mine::gala', 'nonsense');
    expect(store.read()).toEqual([]);
  });
});

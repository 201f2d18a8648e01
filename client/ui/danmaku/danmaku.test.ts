import { describe, expect, test } from 'vitest';
import { createLanes } from './lanes.ts';
import { createStash, STASH_MS, STASH_SIZE } from './stash.ts';

const item = (id: string, since = 0, isOwn = false) => ({ id, since, isOwn });

describe('lanes', () => {
  test('fill from the top and are free again once the last has entered', () => {
    const lanes = createLanes(2);
    expect([lanes.claim(0, 100), lanes.claim(0, 300), lanes.claim(50, 1)]).toEqual([0, 1, null]);
    expect([lanes.claim(100, 500), lanes.claim(200, 1), lanes.claim(300, 1)]).toEqual([0, null, 1]);
  });
});

describe('stash', () => {
  test('is bounded: the oldest of others go, one’s own stays and goes first', () => {
    const stash = createStash();
    stash.put(item('own', 0, true));
    for (let index = 0; index < 50; index += 1) stash.put(item(`c${index}`));
    expect(stash.size).toBe(STASH_SIZE);
    expect(stash.take(1)?.id).toBe('own');
    expect(stash.take(1)?.id).toBe('c21');
  });

  test('drops what came too long ago, and what was taken back', () => {
    const stash = createStash();
    stash.put(item('old', 0));
    stash.put(item('hidden', STASH_MS));
    stash.put(item('new', STASH_MS));
    stash.remove('hidden');
    expect(stash.take(STASH_MS + 1)?.id).toBe('new');
    expect(stash.take(STASH_MS + 1)).toBeUndefined();
  });
});

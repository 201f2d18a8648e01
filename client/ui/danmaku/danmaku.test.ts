import { describe, expect, test } from 'vitest';
import { createLanes } from './lanes.ts';
import { DEFAULT_DANMAKU, readDanmaku } from './settings.ts';
import { createStash, STASH_MS, STASH_SIZE } from './stash.ts';

const item = (id: string, since = 0, isOwn = false) => ({ id, since, isOwn });

describe('lanes', () => {
  test('fill from the top and are free again once the last has entered', () => {
    const lanes = createLanes(2);
    expect(lanes.soonest()).toBe(0);
    expect([lanes.claim(0, 100), lanes.claim(0, 300), lanes.claim(50, 1)]).toEqual([0, 1, null]);
    expect(lanes.soonest()).toBe(100);
    expect([lanes.claim(100, 500), lanes.claim(200, 1), lanes.claim(300, 1)]).toEqual([0, null, 1]);
  });

  test('keep their distance when all turn slower, and when there are fewer', () => {
    const lanes = createLanes(2);
    lanes.claim(0, 100);
    lanes.stretch(50, 3);
    expect([lanes.claim(50, 1), lanes.claim(199, 1_000), lanes.claim(200, 1)]).toEqual([1, 1, 0]);
    lanes.resize(1);
    expect([lanes.claim(201, 100), lanes.claim(250, 1)]).toEqual([0, null]);
    lanes.resize(2);
    expect(lanes.claim(250, 1)).toBe(1);
  });
});

describe('settings', () => {
  test.each([
    null,
    'nonsense',
    '[]',
    'null',
    '{"areaPercent":3,"size":"toString","speed":1,"opacityPercent":"x","density":{}}',
  ])('are the default for %s', (kept) => {
    expect(readDanmaku(kept)).toEqual(DEFAULT_DANMAKU);
  });

  test('are what was chosen', () => {
    const chosen = { areaPercent: 100, size: 'huge', speed: 'fast', opacityPercent: 40, density: 'few' };
    expect(readDanmaku(JSON.stringify(chosen))).toEqual(chosen);
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

import { describe, expect, it } from 'vitest';
import type { Contest, Round } from '#shared/model/contest.ts';
import { arrowTo, cellState, entryProgress, isHeld, nextEntry, obstacles } from './cards.ts';
import { elapsedMs, lampOf, readTime, watchText } from './watch.ts';

const progress = (status: string, change = {}) => ({
  status,
  version: 1,
  proxy: false,
  amending: false,
  ...change,
});
const round = (change = {}): Round =>
  ({
    id: 'r',
    entries: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    panel: ['j1', 'j2'],
    rules: { judges: {}, calibration: 0 },
    progress: {},
    disqualified: [],
    voting: null,
    ...change,
  }) as unknown as Round;
const contest = (change = {}): Contest =>
  ({ contestants: [], current: null, stopwatch: null, ...change }) as unknown as Contest;
const done = { j1: progress('locked'), j2: progress('recused') };

describe('the table of cards', () => {
  it('SC-3: an amendment that waits is not done', () => {
    expect(cellState(progress('locked', { amending: true }) as never)).toBe('amending');
    expect(cellState(null)).toBe('missing');
  });

  it('names who is missing', () => {
    const one = round({ progress: { a: { j1: progress('locked') }, b: done } });
    expect(entryProgress(one, 'a' as never)).toEqual({ done: 1, waiting: ['j2'] });
    expect(entryProgress(one, 'b' as never)).toEqual({ done: 2, waiting: [] });
  });

  it('SC-10: holds the calibration batch until all of it is scored', () => {
    const rules = { judges: {}, calibration: 2 };
    const half = round({ rules, progress: { a: done } });
    expect(isHeld(contest(), half, 'a' as never)).toBe(true);
    expect(isHeld(contest(), half, 'c' as never)).toBe(false);
    expect(isHeld(contest(), round({ rules, progress: { a: done, b: done } }), 'a' as never)).toBe(false);
  });

  it('calls the next in order, past those who are out', () => {
    expect(nextEntry(contest(), round())).toBe('a');
    const current = { roundId: 'r', entryId: 'a' };
    const withdrawn = [{ id: 'b', status: 'withdrawn' }];
    expect(nextEntry(contest({ current, contestants: withdrawn }), round())).toBe('c');
    expect(nextEntry(contest({ current: { roundId: 'r', entryId: 'c' } }), round())).toBeNull();
  });

  it('moves by arrow keys and stays inside', () => {
    expect(arrowTo('ArrowRight', { row: 0, column: 1 }, 3, 2)).toEqual({ row: 0, column: 1 });
    expect(arrowTo('ArrowDown', { row: 0, column: 1 }, 3, 2)).toEqual({ row: 1, column: 1 });
    expect(arrowTo('a', { row: 0, column: 1 }, 3, 2)).toBeNull();
  });
});

describe('what stands in the way of the seal', () => {
  it('SC-8: counts cards that are missing, unchecked or being amended', () => {
    const part = round({
      progress: {
        a: done,
        b: { j1: progress('signed'), j2: progress('locked', { amending: true }) },
        c: { j1: progress('draft') },
      },
    });
    expect(obstacles(contest(), part)).toEqual([
      { is: 'cards', count: 2 },
      { is: 'checking', count: 1 },
      { is: 'amending', count: 1 },
    ]);
  });

  it('SC-16: waits for nobody who is out', () => {
    const out = round({
      progress: { a: done, b: done },
      disqualified: [{ entryId: 'c', reason: '' }],
    });
    expect(obstacles(contest(), out)).toEqual([]);
  });

  it('names the vote and the stopwatch', () => {
    const open = round({ progress: { a: done, b: done, c: done }, voting: { isOpen: true } });
    const stopwatch = { roundId: 'r', entryId: 'a', startedAt: 5, elapsedMs: 0 };
    expect(obstacles(contest({ stopwatch }), open)).toEqual([{ is: 'vote' }, { is: 'stopwatch' }]);
  });
});

describe('SC-9: the stopwatch', () => {
  const time = { minSeconds: null, maxSeconds: 480, graceSeconds: 10, over: [], under: [], cap: null };

  it('runs in the server’s time', () => {
    const watch = { roundId: 'r', entryId: 'a', startedAt: 1_000, elapsedMs: 500 } as never;
    expect(elapsedMs(watch, 3_000)).toBe(2_500);
    expect(watchText(485_390)).toBe('8:05.3');
  });

  it('reads times as they are written', () => {
    expect(readTime('8:03')).toBe(483_000);
    expect(readTime('483.5')).toBe(483_500);
    expect(readTime('8:63')).toBeNull();
    expect(readTime('soon')).toBeNull();
  });

  it.each([
    [0, 'off'],
    [449_999, 'running'],
    [450_000, 'near'],
    [480_000, 'due'],
    [490_000, 'due'],
    [490_001, 'over'],
  ])('at %d ms the lamp is %s', (ms, lamp) => {
    expect(lampOf(time, ms)).toBe(lamp);
    expect(lampOf(null, ms)).toBe(ms === 0 ? 'off' : 'running');
  });
});

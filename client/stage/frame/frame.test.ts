import { describe, expect, it } from 'vitest';
import { pageOf } from '../scenes/page-of.ts';
import { fitScale } from './fit-scale.ts';
import { hasShortPhrases } from './phrases.ts';
import { actionOf, initialView, nextView, type StageView, type ViewAction } from './stage-view.ts';

const press = (key: string, fields: Partial<KeyboardEvent> = {}) =>
  actionOf({ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...fields });

describe('keys of the stage', () => {
  it.each([
    ['f', 'fullScreen'],
    ['F', 'fullScreen'],
    ['b', 'blank'],
    ['.', 'blank'],
    ['q', 'qr'],
    ['?', 'keys'],
    ['g', 'guide'],
    ['PageDown', 'next'],
    ['ArrowRight', 'next'],
    [' ', 'next'],
    ['PageUp', 'previous'],
    ['ArrowUp', 'previous'],
    ['R', 'reveal'],
    ['Escape', 'clear'],
    ['x', null],
  ])('%s → %s', (key, action) => expect(press(key)).toBe(action));

  it('leaves the browser its shortcuts, and counts a held key once', () => {
    expect(press('f', { ctrlKey: true })).toBeNull();
    expect(press('b', { metaKey: true })).toBeNull();
    expect(press('b', { repeat: true })).toBeNull();
  });

  it('lays things over the scene and puts them away again', () => {
    const after = (...actions: ViewAction[]): StageView => actions.reduce(nextView, initialView);
    expect(after('blank')).toEqual({ ...initialView, isBlank: true });
    expect(after('blank', 'blank')).toEqual(initialView);
    expect(after('qr', 'guide', 'keys', 'clear')).toEqual(initialView);
  });
});

describe('fitting', () => {
  it('keeps the full size when it fits, and the least when nothing does', () => {
    expect(fitScale(0.4, () => true)).toBe(1);
    expect(fitScale(0.4, () => false)).toBe(0.4);
  });

  it('finds the largest size that fits, to a hundredth', () => {
    const scale = fitScale(0.4, (candidate) => candidate <= 0.73);
    expect(scale).toBeLessThanOrEqual(0.73);
    expect(scale).toBeGreaterThan(0.72);
  });

  it('deals options evenly over the pages, and every option once', () => {
    expect(pageOf(20, 1, 7)).toEqual({ from: 0, to: 20, page: 0 });
    expect([0, 1, 2, 3].map((turn) => pageOf(20, 3, turn))).toEqual([
      { from: 0, to: 7, page: 0 },
      { from: 7, to: 14, page: 1 },
      { from: 14, to: 20, page: 2 },
      { from: 0, to: 7, page: 0 },
    ]);
    expect(pageOf(5, 4, 2)).toEqual({ from: 4, to: 5, page: 2 });
  });

  it('keeps short phrases whole', () => {
    expect(hasShortPhrases('鹏城新力 · 新春云晚会')).toBe(true);
    expect(hasShortPhrases('连续三百天为社区老人送餐并教会他们用手机')).toBe(false);
  });
});

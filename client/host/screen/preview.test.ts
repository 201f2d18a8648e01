import { describe, expect, it } from 'vitest';
import type { ScreenName } from '#shared/model/ids.ts';
import { MAIN_SCREEN } from '#shared/rules/screens.ts';
import { poll } from '../../ui/test-page.tsx';
import { firstLook, isReady, neighbour, sceneNames, secondsOf, toInput } from './preview.ts';

describe('a scene before it is taken', () => {
  it('is there to be looked at, ready or not', () => {
    expect(firstLook('poll', [])).toBeNull();
    expect(firstLook('poll', [poll()])).toEqual({ scene: 'poll', pollId: 'p1' });
    const announcement = firstLook('announcement', []);
    expect(announcement && isReady(announcement)).toBe(false);
    expect(isReady({ scene: 'announcement', text: ' 请入座 ' })).toBe(true);
    expect(isReady({ scene: 'countdown', seconds: 0 })).toBe(false);
    expect(sceneNames(false)).not.toContain('contest');
  });

  it('names the screen where it is not the main one, and trims what was written', () => {
    expect(toInput({ scene: 'wall' }, MAIN_SCREEN)).toEqual({ scene: 'wall' });
    expect(toInput({ scene: 'announcement', text: ' 请入座 ' }, 'side' as ScreenName)).toEqual({
      scene: 'announcement',
      title: '',
      text: '请入座',
      screen: 'side',
    });
  });

  it.each([
    ['5', 300],
    ['0,5', 30],
    ['1.5', 90],
    ['', null],
    ['-1', null],
    ['2000', null],
    ['soon', null],
  ])('minutes %s → %s s', (minutes, seconds) => expect(secondsOf(minutes)).toBe(seconds));

  it('arrow keys go round', () => {
    const names = ['a', 'b', 'c'];
    expect(neighbour(names, 'c', 'ArrowRight')).toBe('a');
    expect(neighbour(names, 'a', 'ArrowUp')).toBe('c');
    expect(neighbour(names, null, 'ArrowDown')).toBe('a');
    expect(neighbour(names, 'a', 'Enter')).toBeNull();
  });
});

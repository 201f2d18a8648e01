import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { button, click, createTestClient, show } from '../../ui/test-page.tsx';
import { Reactions } from './Reactions.tsx';

// Reduced motion: marks that rise are not what is asked about, and a count has to do without them.
const still = { matches: true, addEventListener() {}, removeEventListener() {} };

beforeEach(() => {
  vi.useFakeTimers();
  window.matchMedia = () => still as never;
});
afterEach(() => void vi.useRealTimers());

function open(event: object = { status: 'live' }) {
  const client = createTestClient({ event } as never);
  const page = show(<Reactions />, client);
  const like = button(page, '点赞');
  return { client, like, taps: () => client.react.mock.calls.length };
}
const point = (on: Element, type: string, init: MouseEventInit = {}): Promise<void> =>
  act(async () => {
    on.dispatchEvent(new MouseEvent(type, { bubbles: true, button: 0, ...init }));
  });
const key = (on: Element, init: KeyboardEventInit): Promise<void> =>
  act(async () => {
    on.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true, ...init }));
  });

describe('a reaction', () => {
  test('is one tap for a short press, and for a click of any kind', async () => {
    const { client, like, taps } = open();
    await point(like, 'pointerdown');
    vi.advanceTimersByTime(200);
    await point(like, 'pointerup');
    await click(like);
    await click(like);
    vi.advanceTimersByTime(5_000);
    expect(taps()).toBe(2);
    expect(client.react).toHaveBeenLastCalledWith('like');
  });

  test('goes on while it is held, and the click at the end is none', async () => {
    const { like, taps } = open();
    await point(like, 'pointerdown');
    vi.advanceTimersByTime(400 + 8 * 125);
    expect(taps()).toBe(9);
    await point(like, 'pointerup');
    await click(like);
    vi.advanceTimersByTime(5_000);
    expect(taps()).toBe(9);
    await click(like);
    expect(taps()).toBe(10);
  });

  test.each([['pointercancel'], ['blur']])('stops on %s', async (type) => {
    const { like, taps } = open();
    await point(like, 'pointerdown');
    vi.advanceTimersByTime(400);
    await point(like, type === 'blur' ? 'focusout' : type);
    vi.advanceTimersByTime(5_000);
    expect(taps()).toBe(1);
    await click(like);
    expect(taps()).toBe(2);
  });

  test('is held by another mouse button never', async () => {
    const { like, taps } = open();
    await point(like, 'pointerdown', { button: 2 });
    vi.advanceTimersByTime(5_000);
    expect(taps()).toBe(0);
  });

  test('goes on by a held key at the same pace, however fast the keyboard repeats', async () => {
    const { like, taps } = open();
    await key(like, {});
    for (let index = 0; index < 30; index += 1) {
      vi.advanceTimersByTime(33);
      await key(like, { repeat: true });
    }
    expect(taps()).toBeGreaterThan(0);
    expect(taps()).toBeLessThanOrEqual(8);
    const held = taps();
    await click(like); // the space bar is lifted
    expect(taps()).toBe(held);
  });

  test('stops when the event ends under the finger', async () => {
    const { client, like, taps } = open();
    await point(like, 'pointerdown');
    vi.advanceTimersByTime(400);
    client.setEvent({ event: { status: 'ended' } } as never);
    vi.advanceTimersByTime(5_000);
    expect(taps()).toBe(1);
  });
});

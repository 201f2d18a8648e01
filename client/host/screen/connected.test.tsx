import { describe, expect, it } from 'vitest';
import { createTestClient, show } from '../../ui/test-page.tsx';
import { noGauges } from '#shared/rules/fold.ts';
import { ConnectedScreens } from './ConnectedScreens.tsx';
import { connectedPages, lostCount } from './connected.ts';

const page = (screen: string, overlay: string | null, lostAt: number | null = null) => ({
  screen,
  overlay,
  since: 1,
  lostAt,
});
const pages = {
  c: page('main', 'ticker'),
  b: page('side', null),
  a: page('main', null),
  z: page('side', 'poll', 5),
} as unknown as typeof noGauges.screenPages;

describe('the screens that are connected', () => {
  it('come with the lost first, then by screen, the whole picture before what lies over it', () => {
    expect(connectedPages(pages).map(({ id }) => id)).toEqual(['z', 'a', 'c', 'b']);
    expect(lostCount(pages)).toBe(1);
  });

  it('say what each of them shows now', () => {
    const state = {
      stage: { scene: 'wall' as const },
      screens: { side: { label: '侧屏', scene: null, frozen: null, isBlank: true } },
      gauges: { ...noGauges, screenPages: pages },
    };
    const lines = [...show(<ConnectedScreens />, createTestClient(state)).querySelectorAll('li')];
    const texts = lines.map(({ textContent }) => textContent);
    expect(texts[0]).toMatch(/^侧屏 黑场.*断开$/);
    expect(texts[1]).toMatch(/^主屏 评论墙.*起连着$/);
    expect(texts[2]).toMatch(/^主屏 滚动评论.*起连着$/);
  });

  it('are none before the first is opened, and then it says how', () => {
    expect(show(<ConnectedScreens />, createTestClient()).textContent).toContain('还没有');
  });
});

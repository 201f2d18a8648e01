import { act } from 'react';
import { describe, expect, test } from 'vitest';
import { button, click, comment, createTestClient, row, show } from '../../ui/test-page.tsx';
import { Comments } from './Comments.tsx';

describe('Comments', () => {
  test('shows rows in order, and forgets what was taken back', () => {
    const client = createTestClient({}, { rows: [row('一'), row('二')] });
    const page = show(<Comments />, client);
    expect([...page.querySelectorAll('li')].map((line) => line.textContent)).toEqual(['小鱼一', '小鱼二']);
    client.set({ rows: [row('二')] });
    expect(page.textContent).not.toContain('一');
  });

  test('an own comment says when it waits, was refused, or did not leave', async () => {
    const failed = row('三', { isOwn: true, delivery: 'failed' });
    const rows = [row('一', { delivery: 'held' }), row('二', { delivery: 'rejected' }), failed];
    const client = createTestClient({}, { rows });
    const page = show(<Comments />, client);
    const lines = [...page.querySelectorAll('li')].map((line) => line.textContent);
    expect(lines[0]).toContain('待审');
    expect(lines[1]).toContain('未通过审核');
    await click(button(page, '重发'));
    expect(client.retry).toHaveBeenCalledWith(failed);
  });

  test('the pin and the host’s badge are there; a sample says so', () => {
    const event = {
      pinned: comment('欢迎', 'host'),
      gauges: { flow: { perSecond: 900, oneIn: 40 } } as never,
    };
    const text = show(<Comments />, createTestClient(event)).textContent;
    expect(text).toContain('置顶');
    expect(text).toContain('主持人');
    expect(text).toContain('每 40 条公平展示 1 条');
  });

  test('is no live region; one status line speaks for it', () => {
    const page = show(<Comments />, createTestClient({}, { rows: [row('一')] }));
    expect(page.querySelector('ol')?.closest('[aria-live], [role=log], [role=status]')).toBeNull();
    expect(page.querySelectorAll('[role=status]')).toHaveLength(1);
  });

  test('keeps a tail on the page, and every row once its reader looks back', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => row(String(index)));
    const page = show(<Comments />, createTestClient({}, { rows }));
    const list = page.querySelector('[role=group]') as HTMLElement;
    const lines = page.getElementsByTagName('li');
    expect(lines.length).toBeGreaterThan(window.innerHeight / 32);
    expect(lines.length).toBeLessThan(100);
    expect(lines.item(lines.length - 1)?.textContent).toContain('199');
    await act(async () => {
      list.scrollTop = -100;
      list.dispatchEvent(new Event('scroll'));
    });
    expect(lines).toHaveLength(200);
    await act(async () => {
      list.scrollTop = 0;
      list.dispatchEvent(new Event('scroll'));
    });
    expect(lines.length).toBeLessThan(100);
  });

  test('stands still while its reader looks back, obeys hides, and goes on from the end or with an own comment', async () => {
    const client = createTestClient({}, { rows: [row('一'), row('二')] });
    const page = show(<Comments />, client);
    const list = page.querySelector('[role=group]') as HTMLElement;
    const text = (): (string | null)[] => [...page.querySelectorAll('li')].map((line) => line.textContent);
    const scrollTo = (top: number): Promise<void> =>
      act(async () => {
        list.scrollTop = top;
        list.dispatchEvent(new Event('scroll'));
      });

    await scrollTo(-100);
    client.set({ rows: [row('一'), row('二'), row('三'), row('四')] });
    expect(text()).toEqual(['小鱼一', '小鱼二']);
    client.hide('一');
    expect(text()).toEqual(['小鱼二']);
    await click(button(page, '2 条新评论'));
    expect(text()).toEqual(['小鱼二', '小鱼三', '小鱼四']);
    expect(list.scrollTop).toBe(0);

    await scrollTo(-100);
    client.set({ rows: [row('四'), row('五', { isOwn: true, delivery: 'sending' })] });
    expect(text()).toEqual(['小鱼四', '小鱼五']);
  });
});

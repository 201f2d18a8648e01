import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { storage } from '../../sdk/index.ts';
import { button, click, createTestClient, show, write } from '../../ui/test-page.tsx';
import { Composer } from './Composer.tsx';

const comments = {
  open: true,
  mode: 'post',
  delaySeconds: 2,
  slowModeSeconds: 0,
  maxLength: 10,
  displayPerSecond: 30,
};
const open = (change: object = {}) =>
  createTestClient({
    event: { slug: 'gala', status: 'live', comments: { ...comments, ...change } } as never,
  });
const field = (page: HTMLElement): HTMLInputElement => page.querySelector('form input') as HTMLInputElement;
const submit = (page: HTMLElement): Promise<void> =>
  act(async () => {
    page.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });

describe('Composer', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    storage.write('xinli:nickname', '我');
    storage.remove('xinli:wait:gala');
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('posts and empties the field', async () => {
    const client = open();
    client.post.mockResolvedValue({ ok: true, data: { id: 'c1', shown: true } });
    const page = show(<Composer />, client);
    await write(field(page), ' 加油 ');
    await submit(page);
    expect(client.post).toHaveBeenCalledWith('加油', undefined);
    expect(field(page).value).toBe('');
  });

  test('a refusal gives the text back and counts down, also after a reload', async () => {
    const client = open();
    const error = { code: 'RATE', message: '', retryable: true, retryAfterMs: 3_000 };
    client.post.mockResolvedValue({ ok: false, error });
    const page = show(<Composer />, client);
    await write(field(page), '加油');
    await submit(page);
    expect(field(page).value).toBe('加油');
    expect(button(page, '3 秒').disabled).toBe(true);
    expect(button(show(<Composer />, client), '3 秒').disabled).toBe(true);
    await act(async () => {
      await vi.advanceTimersByTimeAsync(3_500);
    });
    expect(document.body.textContent).toContain('发送');
  });

  test('slow mode starts its wait with one’s own comment', async () => {
    const client = open({ slowModeSeconds: 5 });
    client.post.mockResolvedValue({ ok: true, data: { id: 'c1', shown: true } });
    const page = show(<Composer />, client);
    await write(field(page), '加油');
    await submit(page);
    expect(button(page, '5 秒').disabled).toBe(true);
  });

  test('slow mode follows the host: shortened or off, nobody waits for what it was', async () => {
    const client = open({ slowModeSeconds: 60 });
    client.post.mockResolvedValue({ ok: true, data: { id: 'c1', shown: true } });
    const page = show(<Composer />, client);
    await write(field(page), '加油');
    await submit(page);
    expect(button(page, '60 秒').disabled).toBe(true);
    expect(page.textContent).toContain('每 60 秒可发一条');
    expect(field(page).disabled).toBe(false);
    const slowTo = (slowModeSeconds: number): void =>
      client.setEvent({
        event: { slug: 'gala', status: 'live', comments: { ...comments, slowModeSeconds } } as never,
      });
    slowTo(10);
    expect(button(page, '10 秒').disabled).toBe(true);
    slowTo(0);
    expect(page.textContent).toContain('发送');
    slowTo(30);
    expect(button(show(<Composer />, client), '30 秒').disabled).toBe(true);
  });

  test('what was being written outlives a pause of comments', async () => {
    const client = open();
    const page = show(<Composer />, client);
    await write(field(page), '写到一半');
    client.setEvent({
      event: { slug: 'gala', status: 'live', comments: { ...comments, open: false } } as never,
    });
    expect(page.textContent).toContain('主持人暂时关闭了评论');
    client.setEvent({ event: { slug: 'gala', status: 'live', comments } as never });
    expect(field(page).value).toBe('写到一半');
  });

  test('does not ask whom a site sent with a name', async () => {
    storage.remove('xinli:nickname');
    const client = open();
    client.post.mockResolvedValue({ ok: true, data: { id: 'c1', shown: true } });
    const page = show(<Composer />, client);
    await write(field(page), '加油');
    await submit(page);
    expect(client.post).toHaveBeenCalledWith('加油', undefined);
  });

  test('asks for a nickname once', async () => {
    storage.remove('xinli:nickname');
    const client = open();
    client.set({ you: { ...client.getSnapshot().you, name: '' } as never });
    client.post.mockResolvedValue({ ok: true, data: { id: 'c1', shown: true } });
    const page = show(<Composer />, client);
    await write(field(page), '加油');
    await submit(page);
    const name = page.querySelector('[role=dialog] input') as HTMLInputElement;
    await write(name, '南山阿强');
    await act(async () => {
      name.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    });
    expect(client.post).toHaveBeenCalledWith('加油', '南山阿强');
    expect(storage.read('xinli:nickname')).toBe('南山阿强');
  });

  test('Enter inside an input method is not “send”', () => {
    const page = show(<Composer />, open());
    const enter = new KeyboardEvent('keydown', {
      key: 'Enter',
      isComposing: true,
      bubbles: true,
      cancelable: true,
    });
    act(() => {
      field(page).dispatchEvent(enter);
    });
    expect(enter.defaultPrevented).toBe(true);
  });

  test('counts what a person counts, and stops at the limit', async () => {
    const page = show(<Composer />, open());
    await write(field(page), '👨‍👩‍👧加油加油加油加');
    expect(page.textContent).toContain('8 / 10');
    await write(field(page), '一二三四五六七八九十一');
    expect(button(page, '发送').disabled).toBe(true);
  });

  test.each([
    [{ status: 'ended', comments }, '评论已关闭'],
    [{ status: 'live', comments: { ...comments, open: false } }, '主持人暂时关闭了评论'],
  ])('says why nothing can be written', (event, words) => {
    expect(show(<Composer />, createTestClient({ event } as never)).textContent).toContain(words);
  });

  test('a muted viewer sees how long', async () => {
    const client = open();
    client.set({ you: { ...client.getSnapshot().you, mutedUntil: Date.now() + 65_000 } as never });
    const page = show(<Composer />, client);
    await click(page);
    expect(page.textContent).toContain('1:05 后可以发言');
  });
});

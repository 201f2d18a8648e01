import { describe, expect, test } from 'vitest';
import { button, click, createTestClient, show } from '../ui/test-page.tsx';
import { ViewerPage } from './ViewerPage.tsx';

const refused = (code: string) =>
  ({ status: 'refused', event: null, refusal: { code, message: '', retryable: false } }) as never;

describe('ViewerPage', () => {
  test.each([
    [{ status: 'connecting', event: null }, '正在进入现场'],
    [{ status: 'offline', event: null }, '没有网络'],
    [refused('NOT_FOUND'), '没有找到这场活动'],
    [refused('UNSUPPORTED'), '页面已更新'],
    [refused('FORBIDDEN'), '暂时无法进入'],
    [{ status: 'closed', closedBy: 'server' }, '你已离开现场'],
  ])('designs the door: %o', (state, words) => {
    expect(show(<ViewerPage />, createTestClient({}, state as never)).textContent).toContain(words);
  });

  test('asks again when told to', async () => {
    const client = createTestClient({}, refused('NOT_FOUND'));
    await click(button(show(<ViewerPage />, client), '再试一次'));
    expect(client.reconnect).toHaveBeenCalledOnce();
  });

  test('a lost connection keeps the room and says so', () => {
    const client = createTestClient({
      event: {
        title: '新春云晚会',
        status: 'live',
        stream: { kind: 'none' },
        comments: { open: true },
      } as never,
    });
    window.matchMedia = (query: string) =>
      ({
        matches: query.includes('reduced-motion'),
        addEventListener() {},
        removeEventListener() {},
      }) as never;
    const page = show(<ViewerPage />, client);
    client.set({ status: 'stale' });
    expect(page.textContent).not.toContain('重新连接');
    client.set({ status: 'reconnecting' });
    expect(page.textContent).toContain('新春云晚会');
    expect(page.textContent).toContain('正在重新连接');
  });
});

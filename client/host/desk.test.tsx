import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { emptyDesk } from '#shared/rules/fold-desk.ts';
import { button, click, comment, createTestClient, poll, row, show } from '../ui/test-page.tsx';
import { LiveList } from './comments/LiveList.tsx';
import { Queue } from './comments/Queue.tsx';
import { UndoProvider } from './comments/UndoProvider.tsx';
import { HostPage } from './HostPage.tsx';
import { PollActions } from './polls/PollActions.tsx';

const done = { ok: true, data: {} };
const press = (key: string): Promise<void> =>
  act(async () => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key }));
  });

describe('the queue', () => {
  const desk = { ...emptyDesk, held: [comment('一'), comment('二'), comment('三')] };

  it('is worked by keys, the longest waiting first', async () => {
    const client = createTestClient({ desk });
    client.execute.mockResolvedValue(done);
    show(<Queue />, client);
    await press('a');
    expect(client.execute).toHaveBeenLastCalledWith('comment:approve', { commentId: '一' });
    client.setEvent({ desk: { ...desk, held: desk.held.slice(1) } });
    await press('r');
    expect(client.execute).toHaveBeenLastCalledWith('comment:reject', { commentId: '二' });
    await press('j');
    await press('a');
    expect(client.execute).toHaveBeenLastCalledWith('comment:approve', { commentId: '三' });
  });
});

describe('hiding', () => {
  it('offers a way back, by button and by key', async () => {
    const client = createTestClient({}, { rows: [row('好听'), row('不该出现')] });
    client.execute.mockResolvedValue(done);
    const page = show(
      <UndoProvider>
        <LiveList />
      </UndoProvider>,
      client,
    );
    await click(button(page, '隐藏'));
    expect(client.execute).toHaveBeenLastCalledWith('comment:hide', { commentId: '不该出现' });
    expect(page.textContent).toContain('已隐藏：不该出现');
    await press('u');
    expect(client.execute).toHaveBeenLastCalledWith('comment:restore', { commentId: '不该出现' });
    expect(page.textContent).not.toContain('已隐藏：不该出现');
  });

  it('offers none when the server refused', async () => {
    const client = createTestClient({}, { rows: [row('好听')] });
    client.execute.mockResolvedValue({ ok: false, error: { code: 'CLOSED', message: '', retryable: false } });
    const page = show(
      <UndoProvider>
        <LiveList />
      </UndoProvider>,
      client,
    );
    await click(button(page, '隐藏'));
    expect(page.textContent).not.toContain('已隐藏');
  });
});

describe('a poll', () => {
  it.each([
    ['draft', '开始投票', 'poll:open'],
    ['open', '停止投票', 'poll:close'],
    ['closed', '揭晓结果', 'poll:reveal'],
  ] as const)('%s has one next step: %s', async (status, words, command) => {
    const client = createTestClient();
    client.execute.mockResolvedValue(done);
    await click(button(show(<PollActions poll={poll({ status })} isOnAir={false} />, client), words));
    expect(client.execute).toHaveBeenLastCalledWith(command, { pollId: 'p1' });
  });
});

describe('the door', () => {
  it('turns away a key that is not for this desk, and says what to do', () => {
    const page = show(<HostPage slug="demo" />, createTestClient());
    expect(page.textContent).toContain('不是主持的钥匙');
  });

  it('asks for another key when this one does not work', () => {
    const refusal = { code: 'FORBIDDEN', message: '', retryable: false } as const;
    const client = createTestClient({}, { status: 'refused', refusal, you: null, event: null });
    const page = show(<HostPage slug="demo" />, client);
    expect(page.textContent).toContain('这把钥匙不能用');
    expect(page.querySelector('input')).not.toBeNull();
  });
});

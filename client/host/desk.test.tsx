import { act } from 'react';
import { describe, expect, it } from 'vitest';
import type { RundownItem } from '#shared/model/event.ts';
import type { Poll } from '#shared/model/poll.ts';
import { blankState } from '#shared/rules/fold.ts';
import { emptyDesk } from '#shared/rules/fold-desk.ts';
import { button, click, comment, createTestClient, holdSizes, poll, row, show } from '../ui/test-page.tsx';
import { inView, median, type View } from './comments/queue-order.ts';
import { LiveList } from './comments/LiveList.tsx';
import { Queue } from './comments/Queue.tsx';
import { UndoProvider } from './parts/UndoProvider.tsx';
import { HostPage } from './HostPage.tsx';
import { blankPoll, checkPoll } from './polls/polls.ts';
import { copyOf, fromTemplate } from './polls/templates.ts';
import { PanicBar } from './top/PanicBar.tsx';
import { ScreenPanel } from './screen/ScreenPanel.tsx';
import { StopVoting } from './top/StopVoting.tsx';
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
    expect(client.execute).toHaveBeenCalledWith('comment:approve', { commentId: '一' });
    client.setEvent({ desk: { ...desk, held: desk.held.slice(1) } });
    await press('d');
    expect(client.execute).toHaveBeenCalledWith('comment:reject', { commentId: '二' });
    await press('j');
    await press('a');
    expect(client.execute).toHaveBeenCalledWith('comment:approve', { commentId: '三' });
  });

  it('is dealt out: rows are taken in hand, and those of others are left to them', async () => {
    const claims = [{ commentId: '一', by: 'm2', name: '小李', until: Date.now() + 60_000 }];
    const client = createTestClient({ desk: { ...desk, claims } as typeof desk });
    client.execute.mockResolvedValue(done);
    const page = show(<Queue />, client);
    expect(client.execute).toHaveBeenCalledWith('comment:claim', { commentIds: ['二', '三'] });
    expect(page.textContent).toContain('小李 在看');
    await press('a');
    expect(client.execute).toHaveBeenLastCalledWith('comment:approve', { commentId: '二' });
  });

  it('is filtered to first-timers and to what the words caught, the newest first when wanted', () => {
    const review = { words: [] as string[], isFirst: false, dueAt: null };
    const held = [
      { ...comment('首次'), review: { ...review, isFirst: true } },
      { ...comment('碰词'), review: { ...review, words: ['x'] } },
      { ...comment('普通'), review },
    ];
    const texts = (view: View): string[] => inView(held, view).map(({ text }) => text);
    expect(texts({ filter: 'first', newestFirst: false })).toEqual(['首次']);
    expect(texts({ filter: 'flagged', newestFirst: false })).toEqual(['碰词']);
    expect(texts({ filter: 'all', newestFirst: true })).toEqual(['普通', '碰词', '首次']);
    expect([median([]), median([4]), median([9, 1, 5])]).toEqual([null, 4, 5]);
  });

  it('takes a decision back: the comment waits again', async () => {
    const client = createTestClient({ desk });
    client.execute.mockResolvedValue(done);
    const page = show(
      <UndoProvider>
        <Queue />
      </UndoProvider>,
      client,
    );
    await press('a');
    expect(page.textContent).toContain('已通过：一');
    await press('u');
    expect(client.execute).toHaveBeenLastCalledWith('comment:hold', { commentId: '一' });
  });

  it('takes back what was asked for last, even before it is answered', async () => {
    const client = createTestClient({ desk: { ...desk, claims: [] } });
    let answer = (): void => {};
    const answered = new Promise<typeof done>((resolve) => void (answer = () => resolve(done)));
    client.execute.mockImplementation((name) =>
      name === 'comment:approve' ? answered : Promise.resolve(done),
    );
    show(
      <UndoProvider>
        <Queue />
      </UndoProvider>,
      client,
    );
    await press('a');
    await press('u');
    expect(client.execute).not.toHaveBeenCalledWith('comment:hold', expect.anything());
    await act(async () => answer());
    expect(client.execute).toHaveBeenLastCalledWith('comment:hold', { commentId: '一' });
  });
});

describe('a flood', () => {
  it('proposes slow mode when far more comes in than anybody reads', async () => {
    const flow = { perSecond: 90, oneIn: 3 };
    const host = { id: 'h1', role: 'host', name: '林主持', number: null, ballots: {}, mutedUntil: null };
    const { event, gauges } = blankState;
    const comments = { ...event.comments, displayPerSecond: 30 };
    const client = createTestClient(
      { event: { ...event, comments }, gauges: { ...gauges, flow } },
      { you: host as never, rows: [row('好')] },
    );
    client.execute.mockResolvedValue(done);
    const page = show(<LiveList />, client);
    await click(button(page, '看不过来了：慢速 10 秒'));
    expect(client.execute).toHaveBeenLastCalledWith('event:configure', { comments: { slowModeSeconds: 10 } });
    client.setEvent({ event: { ...event, comments: { ...comments, slowModeSeconds: 10 } } });
    expect(page.textContent).not.toContain('看不过来了');
  });
});

describe('panic', () => {
  it('stops voting with the second press alone, every open vote', async () => {
    const client = createTestClient({ polls: [poll(), poll({ id: 'p2' as Poll['id'] })] });
    client.execute.mockResolvedValue(done);
    const page = show(<StopVoting />, client);
    await click(button(page, '停止投票'));
    expect(client.execute).not.toHaveBeenCalled();
    await click(button(page, '再按停止 2 个'));
    expect(client.execute.mock.calls.map(([, input]) => input)).toEqual([{ pollId: 'p1' }, { pollId: 'p2' }]);
  });

  it('is not all a moderator’s: what the host alone may do is not there', () => {
    const you = { id: 'm1', role: 'moderator', name: '小李', number: null, ballots: {}, mutedUntil: null };
    const page = show(<PanicBar />, createTestClient({}, { you: you as never }));
    expect([...page.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['清屏']);
  });
});

describe('the screen', () => {
  it('keeps the scene that was picked while the one before was being taken', async () => {
    holdSizes();
    const client = createTestClient();
    let answer = (): void => {};
    client.execute.mockReturnValueOnce(new Promise((resolve) => void (answer = () => resolve(done))));
    client.execute.mockResolvedValue(done);
    const page = show(<ScreenPanel />, client);
    await click(button(page, '现场数据'));
    await click(button(page, '切播'));
    await click(button(page, '评论墙'));
    await act(async () => answer());
    await click(button(page, '切播'));
    const taken = client.execute.mock.calls.map(([, input]) => input);
    expect(taken).toMatchObject([{ scene: 'counter' }, { scene: 'wall' }]);
  });
});

describe('templates', () => {
  it('fill in the options and leave the question', () => {
    const texts = { yes: '是', no: '否', favourite: '最喜欢哪个？' };
    const rundown = ['合唱', '舞蹈', '合唱'].map((title) => ({ title }) as RundownItem);
    const draft = { ...blankPoll, question: '好看吗？' };
    expect(fromTemplate('yesNo', draft, texts, rundown)).toMatchObject({
      question: '好看吗？',
      options: ['是', '否'],
    });
    expect(fromTemplate('programme', blankPoll, texts, rundown)).toMatchObject({
      question: '最喜欢哪个？',
      options: ['合唱', '舞蹈'],
    });
    expect(checkPoll(copyOf(poll({ multiple: 2, results: 'hidden' })))).toMatchObject({
      input: { question: '最受欢迎的节目？', options: ['合唱', '舞蹈'], multiple: 2, results: 'hidden' },
    });
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

import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import type { Contest } from '#shared/model/contest.ts';
import type { OwnCard } from '#shared/model/scorecard.ts';
import { button, click, createTestClient, show } from '../../ui/test-page.tsx';
import { OutboxProvider } from '../outbox/outbox-context.ts';
import { openOutbox } from '../outbox/outbox.ts';
import { memoryShelf } from '../outbox/shelf.ts';
import { TabletPage } from './TabletPage.tsx';

const criterion = (id: string, zh: string, max: number, step: number) => ({
  id,
  name: { zh, en: id },
  min: 0,
  max,
  step,
  weight: 1_000,
});

const contest = (change: object = {}): Contest =>
  ({
    title: '演讲比赛',
    contestants: [
      { id: 'a', name: '王芳', organisation: '一中', status: 'competing', photo: null },
      { id: 'b', name: '李雷', organisation: '二中', status: 'competing', photo: null },
    ],
    judges: [{ id: 'j', name: '林清远', isTieBreak: false }],
    current: { roundId: 'r', entryId: 'a' },
    rounds: [
      {
        id: 'r',
        title: '决赛',
        status: 'open',
        ruleHash: 'h',
        entries: [
          { id: 'a', title: '' },
          { id: 'b', title: '' },
        ],
        panel: ['j'],
        criteria: [criterion('content', '内容', 40_000, 500), criterion('delivery', '表达', 10_000, 10)],
        rules: { confirm: 'auto', total: null },
        progress: {},
        disqualified: [],
        ...change,
      },
    ],
  }) as unknown as Contest;

const you = (cards: Partial<OwnCard>[] = []) =>
  ({ id: 'x', role: 'judge', name: '林清远', judgeId: 'j', cards }) as never;

async function open({ round = {}, cards = [] }: { round?: object; cards?: Partial<OwnCard>[] } = {}) {
  const client = createTestClient({ contest: contest(round) }, { you: you(cards) });
  client.execute.mockImplementation(() => new Promise(() => {}));
  const outbox = await openOutbox({
    client,
    shelf: { ...memoryShelf(), keeps: 'device' },
    newId: () => 'id',
    restMs: 0,
  });
  const page = show(
    <OutboxProvider value={outbox}>
      <TabletPage />
    </OutboxProvider>,
    client,
  );
  return { client, page };
}

const sent = (client: ReturnType<typeof createTestClient>, name: string) =>
  client.execute.mock.calls.filter(([command]) => command === name).map(([, input]) => input);

describe('a judge’s card', () => {
  test('opens on who is on the stage, empty', async () => {
    const { page } = await open();
    expect(page.querySelector('h2 + p, section h2')?.closest('section')?.textContent).toContain('王芳');
    expect(page.textContent).toContain('还差 2 项');
    expect(button(page, '复核').disabled).toBe(true);
  });

  test('presses stay on the grid; the total runs along, exactly', async () => {
    const { page } = await open();
    await click(button(page, '内容 加 0.5'));
    await click(button(page, '内容 加 5'));
    await click(button(page, '表达 加 0.01'));
    await click(button(page, '表达 减 0.1'));
    expect(button(page, '内容：25.0，打开数字键盘')).toBeTruthy();
    expect(button(page, '表达：4.90，打开数字键盘')).toBeTruthy();
    expect(page.querySelector('footer')?.textContent).toContain('29.9');
  });

  test('the keypad takes nothing off the grid, and says what it takes', async () => {
    const { page } = await open();
    await click(button(page, '内容：未打分，打开数字键盘'));
    const sheet = page.querySelector('[role=dialog]') as HTMLElement;
    for (const key of ['3', '3', '.', '2']) await click(button(sheet, key));
    expect(button(sheet, '确定').disabled).toBe(true);
    expect(sheet.textContent).toContain('只能是 0–40，每步 0.5');
    await click(button(sheet, '退格'));
    await click(button(sheet, '5'));
    await click(button(sheet, '确定'));
    expect(button(page, '内容：33.5，打开数字键盘')).toBeTruthy();
  });

  test('two presses apart sign it; a double tap does not', async () => {
    vi.useFakeTimers();
    const { client, page } = await open();
    await click(button(page, '内容 加 0.5'));
    await click(button(page, '表达 加 0.01'));
    await click(button(page, '复核'));
    expect(button(page, '签名并锁定').disabled).toBe(true);
    await click(button(page, '签名并锁定'));
    expect(sent(client, 'score:sign')).toEqual([]);
    act(() => void vi.advanceTimersByTime(1_000));
    await click(button(page, '签名并锁定'));
    expect(page.textContent).toContain('已签名，保存在这台设备上，正在等待送达');
    vi.useRealTimers();
  });

  test('a locked card is read, with its place among one’s own', async () => {
    const card = {
      roundId: 'r',
      entryId: 'a',
      judgeId: 'j',
      version: 2,
      status: 'locked',
      values: { content: 30_000, delivery: 9_000 },
      proxy: false,
      reason: '',
    };
    const { page } = await open({ cards: [card as never] });
    expect(page.textContent).toContain('已锁定，计入成绩');
    expect(page.textContent).toContain('39');
    expect([...page.querySelectorAll('button')].some((one) => one.textContent === '复核')).toBe(false);
  });

  test('draws no one away from an open draft', async () => {
    const { client, page } = await open();
    await click(button(page, '内容 加 0.5'));
    client.setEvent({ contest: { ...contest(), current: { roundId: 'r', entryId: 'b' } } as never });
    expect(page.textContent).toContain('现在台上是 2 号 李雷');
    expect(button(page, '内容：20.0，打开数字键盘')).toBeTruthy();
    await click(button(page, '翻到这一位'));
    expect(button(page, '内容：未打分，打开数字键盘')).toBeTruthy();
  });

  test.each([
    [{ panel: [] }, '这一轮没有请你打分'],
    [{ status: 'draft' }, '打分还没有开始'],
  ])('designs what is not to be scored: %o', async (round, words) => {
    expect((await open({ round })).page.textContent).toContain(words);
  });
});

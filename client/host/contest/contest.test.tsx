import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contest, Round } from '#shared/model/contest.ts';
import { presets } from '#shared/rules/contest/presets.ts';
import { button, click, createTestClient, show } from '../../ui/test-page.tsx';
import { DeskPart } from './desk/DeskPart.tsx';
import { NewContest } from './NewContest.tsx';
import { HoldButton } from './parts/HoldButton.tsx';
import { firstPart, partOf } from './parts.ts';
import { ImportSheet } from './people/ImportSheet.tsx';
import { LiveReveal } from './reveal/LiveReveal.tsx';

const round = (change: object = {}): Round =>
  ({
    id: 'r1',
    title: '决赛',
    entries: [
      { id: 'a', title: '' },
      { id: 'b', title: '' },
    ],
    panel: ['j1', 'j2'],
    ...presets.speech,
    status: 'open',
    ruleHash: 'f'.repeat(64),
    voting: null,
    progress: {},
    disqualified: [],
    script: [],
    shown: [],
    results: null,
    awards: [],
    ...change,
  }) as unknown as Round;

const contest = (rounds: Round[] = [round()], change: object = {}): Contest =>
  ({
    title: '演讲比赛',
    judgesShown: 'names',
    signer: '',
    contestants: [
      { id: 'a', name: '张三', organisation: '', introduction: '', photo: null, status: 'competing' },
      { id: 'b', name: '李四', organisation: '', introduction: '', photo: null, status: 'competing' },
    ],
    judges: [
      { id: 'j1', name: '王老师', organisation: '', isHead: true, isTieBreak: false },
      { id: 'j2', name: '赵老师', organisation: '', isHead: false, isTieBreak: false },
    ],
    rounds,
    current: null,
    latest: null,
    stopwatch: null,
    desk: { conflicts: [], devices: [], refusedPairings: [] },
    ...change,
  }) as unknown as Contest;

const host = { you: { id: 'h', role: 'host', name: '林', number: null } } as never;

const press = (element: Element, type: string, init: object = {}): Promise<void> =>
  act(async () => {
    element.dispatchEvent(new KeyboardEvent(type, { bubbles: true, ...init }));
  });

const type = (area: HTMLTextAreaElement, text: string): Promise<void> =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, text);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });

describe('what is open first', () => {
  it('is the round that goes on, or what is to be set up next', () => {
    expect(firstPart(contest())).toBe('r1');
    expect(firstPart(contest([], { contestants: [] }))).toBe('contestants');
    expect(firstPart(contest([], { judges: [] }))).toBe('judges');
    expect(partOf(contest(), 'gone' as never)).toBe('r1');
    expect(partOf(contest(), 'judges')).toBe('judges');
  });
});

describe('a new contest', () => {
  it('takes the name of the event, and asks the server for it', async () => {
    const client = createTestClient({ event: { title: '夏日演讲' } as never });
    client.execute.mockResolvedValue({ ok: true, data: { signer: '' } });
    const page = show(<NewContest />, client);
    await act(async () => page.querySelector('form')?.requestSubmit());
    expect(client.execute).toHaveBeenCalledWith('contest:setup', { title: '夏日演讲', judgesShown: 'names' });
  });
});

describe('an import that is refused', () => {
  it('shows the line that is wrong, and what is wrong with it', async () => {
    const client = createTestClient();
    client.execute.mockResolvedValue({
      ok: false,
      error: { code: 'INVALID', message: 'text: line 3 has no name', retryable: false },
    });
    const page = show(<ImportSheet of="contestant" onClose={() => {}} />, client);
    await type(page.querySelector('textarea') as HTMLTextAreaElement, '姓名,单位\n张三,一中\n,二中');
    await click(button(page, '导入'));
    const alert = page.querySelector('[role="alert"]')?.textContent;
    expect(alert).toContain('第 3 行没有姓名');
    expect(alert).toContain(',二中');
  });
});

describe('the desk', () => {
  const progress = {
    a: { j1: { status: 'locked', version: 2, proxy: true, amending: false } },
  };

  it('says where each card stands, and moves by arrow keys', async () => {
    const page = show(
      <DeskPart contest={contest()} round={round({ progress })} />,
      createTestClient({}, host),
    );
    const first = button(page, '张三，王老师：锁定，代录');
    expect(first.tabIndex).toBe(0);
    await act(async () => first.focus());
    await press(first, 'keydown', { key: 'ArrowRight' });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('张三，赵老师：未交');
    await press(document.activeElement as Element, 'keydown', { key: 'ArrowDown' });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('李四，赵老师：未交');
  });

  it('SC-8: names what keeps the round from being sealed', () => {
    const page = show(
      <DeskPart contest={contest()} round={round({ progress })} />,
      createTestClient({}, host),
    );
    expect(page.textContent).toContain('还差 3 张评分表');
    expect(button(page, '封存这一轮').disabled).toBe(true);
  });

  it('lets a host record no absence, as the server would refuse it', async () => {
    const page = show(<DeskPart contest={contest()} round={round()} />, createTestClient({}, host));
    await click(button(page, '李四，赵老师：未交'));
    expect(page.textContent).toContain('登记回避');
    expect(page.textContent).not.toContain('按缺席继续');
  });
});

describe('what is held to be confirmed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const wait = (ms: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(ms));

  it('is done when it was held long enough, and not when it was let go', async () => {
    const onHeld = vi.fn<() => void>();
    const page = show(<HoldButton onHeld={onHeld}>揭晓</HoldButton>, createTestClient());
    const held = button(page, '揭晓');
    await press(held, 'keydown', { key: ' ' });
    await wait(500);
    await press(held, 'keyup', { key: ' ' });
    await wait(2_000);
    expect(onHeld).not.toHaveBeenCalled();
    await press(held, 'keydown', { key: 'Enter' });
    await wait(1_000);
    expect(onHeld).toHaveBeenCalledOnce();
  });

  it('asks twice where nothing can be held', async () => {
    const onHeld = vi.fn<() => void>();
    const page = show(<HoldButton onHeld={onHeld}>揭晓</HoldButton>, createTestClient());
    await click(button(page, '揭晓'));
    expect(onHeld).not.toHaveBeenCalled();
    await click(button(page, '再按一次确认'));
    expect(onHeld).toHaveBeenCalledOnce();
  });

  it('SC-17: shows the next step after so many, and waits for the seal', async () => {
    const client = createTestClient({}, host);
    client.execute.mockResolvedValue({ ok: true, data: {} });
    const script = [{ show: 'entry', entryId: 'a' }];
    const shown = [{ show: 'entry', entryId: 'b' }];
    const page = show(<LiveReveal contest={contest()} round={round({ script, shown })} />, client);
    await press(button(page, '按住揭晓'), 'keydown', { key: ' ' });
    await wait(1_000);
    expect(client.execute).toHaveBeenCalledWith('reveal:next', { roundId: 'r1', after: 1 });
    const places = show(
      <LiveReveal contest={contest()} round={round({ script: [{ show: 'place', rank: 1 }] })} />,
      client,
    );
    expect(button(places, '按住揭晓').disabled).toBe(true);
  });
});

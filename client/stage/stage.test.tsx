import { act } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Tally } from '#shared/model/poll.ts';
import type { EventState } from '#shared/model/state.ts';
import { comment, createTestClient, holdSizes, poll, row, show } from '../ui/test-page.tsx';
import { StagePage } from './StagePage.tsx';

const tally = { counts: { a: 3, b: 1 }, ballots: 4 } as unknown as Tally;
const onAir = (stage: object, more: object = {}): Partial<EventState> =>
  ({ stage, ...more }) as unknown as Partial<EventState>;
const pollOnAir = (change: Parameters<typeof poll>[0]) =>
  onAir({ scene: 'poll', pollId: 'p1' }, { polls: [poll(change)] });

describe('the stage', () => {
  beforeAll(() => {
    holdSizes();
    Element.prototype.animate ??= vi.fn<() => Animation>();
  });

  it('shows no figure of a poll whose results are hidden, and says when there will be one', () => {
    const client = createTestClient(pollOnAir({ results: 'hidden' }));
    const text = show(<StagePage />, client).textContent;
    expect(text).toContain('合唱');
    expect(text).toContain('结果稍后揭晓');
    expect(text).not.toMatch(/%|票$/);
  });

  it('shows shares, votes and turnout once they are revealed', () => {
    const client = createTestClient(pollOnAir({ status: 'revealed', tally, entitled: 8 }));
    const text = show(<StagePage />, client).textContent;
    for (const words of ['75.0%', '3 票', '人投票', '投票率 50.0%', '有权投票 8 人'])
      expect(text).toContain(words);
  });

  it('waits with the title when the poll is not one the hall may know', () => {
    const client = createTestClient(onAir({ scene: 'poll', pollId: 'gone' }));
    client.setEvent({ event: { ...client.getSnapshot().event?.event, title: '云晚会' } as never });
    expect(show(<StagePage />, client).textContent).toContain('云晚会');
  });

  it('takes a hidden comment off the wall with the update that hides it', () => {
    const client = createTestClient(onAir({ scene: 'wall' }), { rows: [row('好听'), row('不该出现')] });
    const page = show(<StagePage />, client);
    expect(page.textContent).toContain('不该出现');
    client.hide('不该出现');
    expect(page.textContent).not.toContain('不该出现');
    expect(page.textContent).toContain('好听');
  });

  it('keeps the pin on the wall', () => {
    const client = createTestClient(onAir({ scene: 'wall' }, { pinned: comment('请大家入座', 'host') }));
    expect(show(<StagePage />, client).textContent).toContain('请大家入座');
  });

  it('freezes when the line is lost: the same words, one dot, nothing else', () => {
    const client = createTestClient(onAir({ scene: 'announcement', title: '', text: '马上开始' }));
    const page = show(<StagePage />, client);
    const before = page.textContent;
    client.set({ status: 'reconnecting' });
    expect(page.textContent).toBe(before);
    expect(page.querySelectorAll('[data-status]')).toHaveLength(1);
    client.set({ status: 'refused', refusal: { code: 'NOT_FOUND', message: '', retryable: false } });
    expect(page.textContent).toBe(before);
  });

  it('is black in a blackout', () => {
    expect(show(<StagePage />, createTestClient(onAir({ scene: 'blackout' }))).textContent).toBe('');
  });
});

describe('a frozen screen', () => {
  const press = (key: string): void =>
    act(() => void window.dispatchEvent(new KeyboardEvent('keydown', { key })));
  const frozen = (scene: object | null) => ({
    main: { label: '', scene: null, frozen: scene, isBlank: false },
  });

  it('stands still while scenes are taken and things go on, and catches up when it thaws', () => {
    const client = createTestClient(onAir({ scene: 'wall' }), { rows: [row('好听')] });
    const page = show(<StagePage />, client);
    client.setEvent({ screens: frozen({ scene: 'wall' }) });
    client.set({ rows: [row('好听'), row('新来的')] });
    client.setEvent({ stage: { scene: 'announcement', title: '', text: '请入座' } } as never);
    expect(page.textContent).toContain('好听');
    expect(page.textContent).not.toMatch(/新来的|请入座/);
    client.setEvent({ screens: {} });
    expect(page.textContent).toContain('请入座');
  });

  it('gives up a comment that is taken back, for a hide reaches every screen', () => {
    const client = createTestClient(onAir({ scene: 'wall' }, { screens: frozen({ scene: 'wall' }) }), {
      rows: [row('好听'), row('不该出现')],
    });
    const page = show(<StagePage />, client);
    expect(page.textContent).toContain('不该出现');
    client.hide('不该出现');
    expect(page.textContent).not.toContain('不该出现');
  });

  it('a screen of its own shows its own scene; the clicker of one without the right changes nothing', () => {
    const client = createTestClient(onAir({ scene: 'announcement', title: '', text: '主屏' }));
    const page = show(<StagePage />, client);
    press('PageDown');
    press('r');
    expect(client.execute).not.toHaveBeenCalled();
    expect(page.textContent).toContain('主屏');
  });

  it('with the right, the clicker goes on with the show', () => {
    const you = { id: 'link-1', role: 'screen', mayStep: true };
    const client = createTestClient(onAir({ scene: 'idle' }), { you: you as never });
    client.execute.mockResolvedValue({ ok: true, data: { did: 'item' } });
    show(<StagePage />, client);
    press(' ');
    expect(client.execute).toHaveBeenLastCalledWith('stage:step', { action: 'next' });
    press('ArrowLeft');
    expect(client.execute).toHaveBeenLastCalledWith('stage:step', { action: 'previous' });
  });
});

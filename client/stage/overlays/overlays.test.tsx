import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { EventState } from '#shared/model/state.ts';
import { comment, createTestClient, poll, row, show } from '../../ui/test-page.tsx';
import { type Alert, alertsBetween, enqueue, type Moment } from './alerts.ts';
import { OverlayPage } from './OverlayPage.tsx';

const item = (id: string, status: string) => ({ id, title: id, note: '', plannedSeconds: null, status });
const state = (change: object): Partial<EventState> => change;
const open = (overlay: Parameters<typeof OverlayPage>[0]['overlay'], change: object, more = {}) => {
  const client = createTestClient(state(change), more);
  return { client, page: show(<OverlayPage overlay={overlay} alertSeconds={4} />, client) };
};

beforeAll(() => {
  Element.prototype.animate ??= vi.fn<() => Animation>();
});

describe('alerts', () => {
  const quiet: Moment = {
    scene: { scene: 'idle' },
    pinned: null,
    rundown: [],
    polls: [],
    announcement: null,
  };
  const kinds = (after: Partial<Moment>, before = quiet): string[] =>
    alertsBetween(before, { ...quiet, ...after }).map(({ kind }) => kind);

  it('tell what happened, and nothing that was there before', () => {
    expect(kinds({ scene: { scene: 'announcement', title: '', text: '入座' } })).toEqual(['announcement']);
    expect(kinds({ announcement: { text: '入座', at: 1 } })).toEqual(['announcement']);
    expect(kinds({ pinned: comment('好') })).toEqual(['comment']);
    expect(kinds({ rundown: [item('合唱', 'live')] as never })).toEqual(['item']);
    expect(kinds({ polls: [poll({ status: 'open' })] })).toEqual(['pollOpened']);
    const closed = { ...quiet, polls: [poll({ status: 'closed' })] };
    expect(kinds({ polls: [poll({ status: 'revealed' })] }, closed)).toEqual(['pollRevealed']);
    expect(kinds({ polls: [poll({ status: 'closed' })] }, { ...quiet, polls: [poll()] })).toEqual([]);
    expect(kinds({}, { ...quiet, pinned: comment('好') })).toEqual([]);
  });

  it('wait their turn, but not for long: the one on show stays, the oldest that wait go', () => {
    const alert = (key: string): Alert => ({ kind: 'item', key, title: key, text: '' });
    const list = enqueue([alert('a'), alert('b'), alert('c')], [alert('d'), alert('e')]);
    expect(list.map(({ key }) => key)).toEqual(['a', 'c', 'd', 'e']);
  });
});

describe('overlays', () => {
  it('the lower third says what is on, and an announcement while it is on the screen', () => {
    const rundown = [item('开场', 'done'), item('大合唱', 'live')];
    const { client, page } = open('lower-third', { rundown, stage: { scene: 'wall' } });
    expect(page.textContent).toBe('大合唱');
    client.setEvent(state({ stage: { scene: 'announcement', title: '通知', text: '请入座' } }));
    expect(page.textContent).toBe('通知请入座');
    client.setEvent(state({ stage: { scene: 'wall' }, rundown: [] }));
    expect(page.textContent).toBe('');
  });

  it('a hidden comment leaves the ticker at once', () => {
    const { client, page } = open('ticker', {}, { rows: [row('好听'), row('不该出现')] });
    expect(page.textContent).toContain('不该出现');
    client.hide('不该出现');
    expect(page.textContent).not.toContain('不该出现');
  });

  it('an alert is gone with the comment it shows', async () => {
    const { client, page } = open('alert', {});
    client.setEvent(state({ pinned: comment('置顶的话') }));
    expect(page.textContent).toContain('置顶的话');
    client.hide('置顶的话');
    expect(page.textContent).toBe('');
  });

  it('the poll shows no figure that is not public', () => {
    const { page } = open('poll', { polls: [poll({ results: 'hidden' })] });
    expect(page.textContent).toContain('合唱');
    expect(page.textContent).not.toMatch(/%/);
  });

  it('each says that it is a rehearsal, also where it has nothing to say', () => {
    const event = { rehearsal: true };
    expect(open('counter', { event }).page.textContent).toContain('彩排');
    expect(open('poll', { event }).page.textContent).toBe('彩排');
  });

  it('nothing is said where there is nothing to say, on a blank screen, and of a name nobody knows', () => {
    expect(open('poll', {}).page.textContent).toBe('');
    const black = { screens: { main: { label: '', scene: null, frozen: null, isBlank: true } } };
    const { page } = open('counter', black);
    expect(page.querySelector('[class*="blank"]')).not.toBeNull();
    expect(open('unknown', {}).page.textContent).toContain('overlay=');
  });
});

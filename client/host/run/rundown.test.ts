import { describe, expect, it } from 'vitest';
import type { RundownItem } from '#shared/model/event.ts';
import { moved, nextItem, toDraft, toInput } from './rundown.ts';

const item = (
  id: string,
  status: RundownItem['status'],
  plannedSeconds: number | null = null,
): RundownItem => ({
  id: id as RundownItem['id'],
  title: id,
  note: '',
  plannedSeconds,
  status,
  startedAt: null,
  endedAt: null,
});

describe('the rundown', () => {
  it('goes on with the first planned item after the live one', () => {
    const items = [item('a', 'planned'), item('b', 'live'), item('c', 'done'), item('d', 'planned')];
    expect(nextItem(items)?.id).toBe('d');
    expect(nextItem(items.slice(0, 3))).toBeNull();
    expect(nextItem([item('a', 'planned')])?.id).toBe('a');
  });

  it('keeps the ids of items that stay, and leaves out those without a title', () => {
    const draft = [
      ...toDraft([item('a', 'done', 90)]),
      { key: 'new', id: null, title: '返场', note: '', minutes: '2,5' },
      { key: 'empty', id: null, title: ' ', note: '', minutes: '' },
    ];
    expect(toInput(draft)).toEqual({
      items: [
        { id: 'a', title: 'a', note: '', plannedSeconds: 90 },
        { title: '返场', note: '', plannedSeconds: 150 },
      ],
    });
  });

  it.each(['', 'soon', '-1', '9999'])('takes %j minutes as no plan', (minutes) => {
    const draft = [{ key: 'a', id: null, title: 'a', note: '', minutes }];
    expect(toInput(draft).items[0]?.plannedSeconds).toBeNull();
  });

  it('moves an item by one place and no further than the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});

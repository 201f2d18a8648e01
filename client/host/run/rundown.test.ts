import { describe, expect, it } from 'vitest';
import type { Cue } from '#shared/model/desk.ts';
import type { RundownItem } from '#shared/model/event.ts';
import {
  type DraftItem,
  moved,
  nextItem,
  overSeconds,
  showOver,
  takenSeconds,
  toDraft,
  toInput,
} from './rundown.ts';

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

const blank = (id: string, fields: Partial<DraftItem>): DraftItem => ({
  id: id as RundownItem['id'],
  title: '',
  note: '',
  minutes: '',
  cues: [],
  ...fields,
});

describe('the rundown', () => {
  it('goes on with the first planned item after the live one', () => {
    const items = [item('a', 'planned'), item('b', 'live'), item('c', 'done'), item('d', 'planned')];
    expect(nextItem(items)?.id).toBe('d');
    expect(nextItem(items.slice(0, 3))).toBeNull();
    expect(nextItem([item('a', 'planned')])?.id).toBe('a');
  });

  it('keeps the ids and cues of items that stay, and leaves out those without a title', () => {
    const cue = { itemId: 'a', do: 'announce', text: '欢迎' } as Cue;
    const draft = [
      ...toDraft([item('a', 'done', 90)], [cue]),
      blank('new', { title: '返场', minutes: '2,5' }),
      blank('empty', { title: ' ', cues: [{ do: 'announce', text: '没有这一项' }] }),
    ];
    expect(toInput(draft)).toEqual({
      items: [
        { id: 'a', title: 'a', note: '', plannedSeconds: 90 },
        { id: 'new', title: '返场', note: '', plannedSeconds: 150 },
      ],
      cues: [cue],
    });
  });

  it.each(['', 'soon', '-1', '9999'])('takes %j minutes as no plan', (minutes) => {
    expect(toInput([blank('a', { title: 'a', minutes })]).items[0]?.plannedSeconds).toBeNull();
  });

  it('counts what an item took, and how far the show is from its plan', () => {
    const done = { ...item('a', 'done', 60), startedAt: 0, endedAt: 90_000 };
    const quick = { ...item('b', 'done', 60), startedAt: 90_000, endedAt: 100_000 };
    const live = { ...item('c', 'live', 60), startedAt: 100_000 };
    expect(takenSeconds(done, 999_000)).toBe(90);
    expect([overSeconds(done, 0), overSeconds(quick, 0)]).toEqual([30, -50]);
    expect(overSeconds(live, 130_000)).toBe(0);
    expect(overSeconds(live, 170_000)).toBe(10);
    expect(showOver([done, quick, live, item('d', 'planned', 60)], 170_000)).toBe(-10);
    expect(showOver([item('d', 'planned', 60)], 0)).toBeNull();
  });

  it('moves an item by one place and no further than the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});

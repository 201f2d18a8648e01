import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EventInfo } from '#shared/model/event.ts';
import { createEventList } from './event-list.ts';
import { toProgramme } from './programme.ts';

const event = (slug: string, status: EventInfo['status'], startsAt: number | null = null): EventInfo => ({
  slug: slug as EventInfo['slug'],
  title: slug,
  summary: '',
  status,
  startsAt,
  stream: { kind: 'none' },
  comments: {
    open: true,
    mode: 'post',
    delaySeconds: 2,
    slowModeSeconds: 0,
    maxLength: 100,
    displayPerSecond: 30,
  },
  embedOrigins: [],
  picture: null,
});
const slugs = (events: readonly EventInfo[]): string[] => events.map(({ slug }) => slug);

describe('the programme', () => {
  it('puts the next event first, those without a time last, and the latest past event first', () => {
    const { now, coming, past } = toProgramme([
      event('old', 'ended', 1),
      event('later', 'scheduled', 9),
      event('someday', 'scheduled'),
      event('soon', 'scheduled', 5),
      event('draft', 'draft', 2),
      event('on', 'live', 3),
      event('newer', 'ended', 2),
    ]);
    expect(slugs(now)).toEqual(['on']);
    expect(slugs(coming)).toEqual(['soon', 'later', 'someday']);
    expect(slugs(past)).toEqual(['newer', 'old']);
  });
});

describe('the list of events', () => {
  let stop = (): void => {};
  afterEach(() => stop());

  it('says that it failed only while it has nothing to show', async () => {
    const answers = [
      Promise.reject(new Error('offline')),
      Promise.resolve({ events: [event('on', 'live')] }),
    ];
    const list = createEventList(() => answers.shift() ?? Promise.reject(new Error('offline')));
    expect(list.getSnapshot()).toEqual({ phase: 'loading' });
    await list.refresh();
    expect(list.getSnapshot()).toEqual({ phase: 'failed' });
    await list.refresh();
    expect(list.getSnapshot()).toMatchObject({ phase: 'shown', isStale: false });
    await list.refresh();
    expect(list.getSnapshot()).toMatchObject({ phase: 'shown', isStale: true, events: [{ slug: 'on' }] });
  });

  it('looks again when someone comes back to the page', async () => {
    const load = vi.fn<() => Promise<{ events: EventInfo[] }>>(async () => ({ events: [] }));
    stop = createEventList(load).start();
    window.dispatchEvent(new Event('focus'));
    expect(load).toHaveBeenCalledTimes(2);
    stop();
    window.dispatchEvent(new Event('focus'));
    expect(load).toHaveBeenCalledTimes(2);
  });
});

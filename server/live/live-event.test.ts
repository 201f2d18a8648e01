import { expect, test } from 'vitest';
import { EventSlug } from '#shared/model/ids.ts';
import { systemClock } from '../lib/clock.ts';
import { randomIds } from '../lib/ids.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { type Bus, type Store, StoreUnavailable } from '../store/store.ts';
import { openLiveEvent } from './live-event.ts';

const slug = EventSlug.parse('show');

/** Opens the event over such a store, and tells how many listeners are left behind. */
async function open(store: Store) {
  const listeners = new Set<unknown>();
  const bus: Bus = {
    publish() {},
    async subscribe(_slug, listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const parts = {
    clock: systemClock,
    ids: randomIds,
    random: Math.random,
    unsafe: [],
    node: 'a',
    store,
    bus,
  };
  const rest = {
    closePoll: async () => {},
    closeVote: async () => {},
    load: () => 0,
    observe: { frames() {}, snapshot() {} },
    onCleared() {},
    onFailure() {},
  };
  const opened = await openLiveEvent(slug, { ...parts, ...rest }).catch((error: unknown) => error);
  return { opened, left: listeners.size };
}

test('an event that is not there, and one that cannot be read, leave no listener behind', async () => {
  const { store } = openSqliteStore({ file: ':memory:', clock: systemClock, visitGapMs: 1 });
  expect(await open(store)).toEqual({ opened: null, left: 0 });
  const away = new StoreUnavailable('away');
  const { opened, left } = await open({ ...store, readLog: () => Promise.reject(away) });
  expect([opened, left]).toEqual([away, 0]);
  await store.close();
});

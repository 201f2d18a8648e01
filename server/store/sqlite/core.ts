import type { DatabaseSync } from 'node:sqlite';
import type { EventSlug } from '#shared/model/ids.ts';
import type { Clock } from '../../lib/clock.ts';
import { StoreUnavailable } from '../store.ts';
import { prepare } from './database.ts';
import { storeError } from './failure.ts';
import type { WriteQueue } from './write-queue.ts';

/** What every noun of this engine works with. */
export type Core = {
  database: DatabaseSync;
  clock: Clock;
  write: WriteQueue['write'];
  /** Runs at once, between batches: it sees everything acknowledged and nothing else. */
  read<T>(operation: () => T): Promise<T>;
  /** The event's row, or undefined when nothing was ever recorded for it. */
  findEvent(slug: EventSlug): number | undefined;
  /** The event's row, made when missing; inside `write` only. */
  nameEvent(slug: EventSlug): number;
};

export function createCore(database: DatabaseSync, clock: Clock, write: WriteQueue['write']): Core {
  const find = prepare<{ id: number }>(database, 'select id from events where slug = ?');
  const name = prepare<{ id: number }>(database, 'insert into events (slug) values (?) returning id');
  const findEvent = (slug: EventSlug): number | undefined => find.get(slug)?.id;

  return {
    database,
    clock,
    write,

    async read(operation) {
      if (!database.isOpen) throw new StoreUnavailable('The store is closed.');
      try {
        return operation();
      } catch (error) {
        throw storeError(error);
      }
    },

    findEvent,

    nameEvent(slug) {
      const id = findEvent(slug) ?? name.get(slug)?.id;
      if (id === undefined) throw new Error('An insert returned no row.');
      return id;
    },
  };
}

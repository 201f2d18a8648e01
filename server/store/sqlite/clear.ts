import type { DatabaseSync } from 'node:sqlite';
import type { EventSlug } from '#shared/model/ids.ts';
import type { Store } from '../store.ts';
import type { Core } from './core.ts';
import { prepare } from './database.ts';

/** The tables with rows that belong to a row of this one; the schema knows them all. */
const tablesOf = (database: DatabaseSync, parent: string): string[] =>
  prepare<{ name: string }>(
    database,
    `select tables.name from sqlite_master tables
     where type = 'table' and exists (select 1 from pragma_foreign_key_list(tables.name) where "table" = ?)`,
  )
    .all(parent)
    .map(({ name }) => name);

export function createClear(
  { database, write, findEvent }: Core,
  forgetLeases: (slug: EventSlug) => void,
): Pick<Store, 'clearEvent'> {
  const deletions = [
    ...tablesOf(database, 'boxes').map(
      (table) => `delete from ${table} where box in (select id from boxes where event = ?)`,
    ),
    ...tablesOf(database, 'events').map((table) => `delete from ${table} where event = ?`),
    'delete from events where id = ?',
  ].map((sql) => prepare(database, sql));

  return {
    clearEvent: (slug) =>
      write(() => {
        forgetLeases(slug);
        const event = findEvent(slug);
        if (event === undefined) return;
        for (const deletion of deletions) deletion.run(event);
      }),
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { resultCode } from './failure.ts';

/** Older ones may corrupt a database in WAL mode (sqlite.org/wal.html#walresetbug). */
const OLDEST_SQLITE = [3, 51, 3] as const;
const BUSY = 5;
const migrationsFolder = new URL('./migrations/', import.meta.url);

/** A prepared statement whose rows have a known shape. */
export type Statement<Row> = {
  get(...values: SQLInputValue[]): Row | undefined;
  all(...values: SQLInputValue[]): Row[];
  run(...values: SQLInputValue[]): { changes: number | bigint };
};

/** Prepares once. `Row` is what the statement selects: nothing checks it but the contract suite. */
export function prepare<Row = never>(database: DatabaseSync, sql: string): Statement<Row> {
  const statement = database.prepare(sql);
  return {
    get: (...values) => statement.get(...values) as Row | undefined,
    all: (...values) => statement.all(...values) as Row[],
    run: (...values) => statement.run(...values),
  };
}

/** Opens a file (or `:memory:`) for this process alone, and brings its tables up to date. */
export function openDatabase(file: string): DatabaseSync {
  requireSqlite(process.versions.sqlite ?? '0');
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 0 });
  try {
    // Exclusive before WAL: SQLite then keeps the WAL's index in memory, and the lock for as long as we run.
    database.exec('pragma locking_mode = exclusive');
    database.exec('pragma journal_mode = wal');
    database.exec('pragma synchronous = full');
    database.exec('pragma trusted_schema = off');
    database.exec('pragma wal_autocheckpoint = 1000');
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    if (resultCode(error) !== BUSY) throw error;
    throw new Error(`${file} is in use by another process. One event server owns one file.`, {
      cause: error,
    });
  }
}

export function requireSqlite(version: string): void {
  const parts = version.split('.').map(Number);
  for (const [place, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[place] ?? 0;
    if (part > oldest) return;
    if (part < oldest) {
      throw new Error(`This Node carries SQLite ${version}; at least ${OLDEST_SQLITE.join('.')} is needed.`);
    }
  }
}

/** `001-initial.sql` takes a database from version 0 to 1, and so on; each file is one transaction. */
function migrate(database: DatabaseSync): void {
  const files = readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
  const row = prepare<{ user_version: number }>(database, 'pragma user_version').get();
  const present = row?.user_version ?? 0;
  if (present > files.length) {
    throw new Error(`The database has version ${present}; this program knows ${files.length}.`);
  }
  // Also when there is nothing to migrate: the first write takes the lock that keeps others out.
  database.exec('begin immediate; commit');
  for (const [index, name] of files.entries()) {
    if (index < present) continue;
    const sql = readFileSync(new URL(name, migrationsFolder), 'utf8');
    database.exec(`begin immediate; ${sql}; pragma user_version = ${index + 1}; commit`);
  }
}

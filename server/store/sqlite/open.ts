import type { Clock } from '../../lib/clock.ts';
import type { Bus, Store } from '../store.ts';
import { createBallots } from './ballots.ts';
import { createClear } from './clear.ts';
import { createComments } from './comments.ts';
import { createCore } from './core.ts';
import { openDatabase, prepare } from './database.ts';
import { createLog } from './log.ts';
import { createViewers } from './viewers.ts';
import { createWriteQueue } from './write-queue.ts';

export type SqliteOptions = {
  /** A path, or `:memory:`. */
  file: string;
  clock: Clock;
  /** How long away makes an arrival a new visit. */
  visitGapMs: number;
};

/** Everything in one file, for one process. Throws when another process has it, or this SQLite is too old. */
export function openSqliteStore({ file, clock, visitGapMs }: SqliteOptions): { store: Store; bus: Bus } {
  const database = openDatabase(file);
  const queue = createWriteQueue(database);
  const core = createCore(database, clock, queue.write);
  const check = prepare(
    database,
    'insert into checks (id, checked_at) values (1, ?) on conflict do update set checked_at = excluded.checked_at',
  );
  const { changeBox, ...ballots } = createBallots(core);
  const { changeStatus, ...comments } = createComments(core);
  const { forgetLeases, ...viewers } = createViewers(core, visitGapMs);

  const store: Store = {
    engine: 'sqlite',
    check: () => queue.write(() => void check.run(clock.now())),
    ...createLog(core, changeBox, changeStatus),
    ...comments,
    hurryComments: () => (queue.hurry() ? Promise.resolve() : null),
    ...ballots,
    ...viewers,
    ...createClear(core, forgetLeases),
    async close() {
      queue.close();
      if (database.isOpen) database.close();
    },
  };
  return { store, bus: loneBus };
}

/** One process has nobody to tell: what it publishes, it has applied itself. */
const loneBus: Bus = {
  publish() {
    // No other node is there to hear it.
  },
  subscribe: () =>
    Promise.resolve(() => {
      // Nothing was subscribed.
    }),
};

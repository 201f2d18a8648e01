import type { Bus, Store } from '../store.ts';
import { openArchiveFiles } from './archive-files.ts';
import { ARCHIVE_SIZES, type ArchiveSizes, createArchive } from './archive.ts';
import { createBallots } from './ballots.ts';
import { createBus } from './bus.ts';
import { createComments, readComments } from './comments.ts';
import { type Clients, connect, disconnect } from './connect.ts';
import { keysOf } from './keys.ts';
import { createLog } from './log.ts';
import { defineScripts } from './scripts.ts';
import { createViewers } from './viewers.ts';

export type RedisOptions = {
  url: string;
  /** Begins every key and channel. */
  prefix: string;
  /** How long away makes an arrival a new visit; whole seconds. */
  visitGapMs: number;
  /** Where comments go that are too many for Redis: a folder that all nodes see. */
  archiveFolder: string;
  archiveSizes?: ArchiveSizes;
};

/** One Redis for many nodes; its clock is everyone's. Rejects with `StoreUnavailable` when it does not answer. */
export async function openRedisStore(
  options: RedisOptions,
): Promise<{ store: Store; bus: Bus; redis: Clients }> {
  const { url, prefix, visitGapMs, archiveFolder, archiveSizes = ARCHIVE_SIZES } = options;
  const redis = await connect(url);
  const { write } = redis;
  const run = defineScripts(write);
  const keys = (slug: Parameters<typeof keysOf>[1]) => keysOf(prefix, slug);
  const readHot = readComments(run, keys);
  const archive = createArchive({
    redis: write,
    run,
    keysOf: keys,
    files: openArchiveFiles(archiveFolder),
    sizes: archiveSizes,
    read: (slug, after, limit) => readHot(slug, { order: 'oldest', after, limit }),
  });
  const log = createLog(write, run, keys, `${prefix}events`);

  const store: Store = {
    engine: 'redis',
    check: async () => void (await run('check', [`${prefix}check`], [])),
    ...log,
    ...createComments(write, run, keys, archive),
    ...createBallots(write, run, keys),
    ...createViewers(write, run, keys, visitGapMs),
    async clearEvent(slug, boxes) {
      await archive.forget(slug);
      await log.clearEvent(slug, boxes);
    },
    close: async () => disconnect(redis),
  };
  return { store, bus: createBus(redis, keys), redis };
}

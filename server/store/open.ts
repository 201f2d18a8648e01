import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from '../lib/clock.ts';
import { openPhotoFolder, type Photos } from '../lib/photos.ts';
import type { Clients } from './redis/connect.ts';
import { openRedisStore } from './redis/open.ts';
import { createRedisPhotos } from './redis/photos.ts';
import { openSqliteStore } from './sqlite/open.ts';
import type { Bus, Store } from './store.ts';

/** An arrival this long after a viewer was last seen is a new visit. */
const VISIT_GAP_MS = 30 * 60_000;

export type StoreOptions =
  | { engine: 'sqlite'; file: string; photoFolder: string; clock: Clock }
  /** Redis keeps its own time; the clock is not asked. */
  | { engine: 'redis'; url: string; prefix: string; archiveFolder: string; clock: Clock };

export type OpenStore = {
  store: Store;
  bus: Bus;
  /** On the disk of the one node, or in the Redis that all nodes share. */
  photos: Photos;
  /** For Socket.IO's sharded adapter; null when there is one node. They close with the store. */
  redis: Clients | null;
  close(): Promise<void>;
};

/** Opens the engine the operator chose. Rejects when it cannot be used, saying why. */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  if (options.engine === 'sqlite') {
    const { file, photoFolder, clock } = options;
    // With its secrets in the settings, a first start has made no folder yet.
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const opened = openSqliteStore({ file, clock, visitGapMs: VISIT_GAP_MS });
    return {
      ...opened,
      photos: openPhotoFolder(photoFolder),
      redis: null,
      close: () => opened.store.close(),
    };
  }
  const { url, prefix, archiveFolder } = options;
  const opened = await openRedisStore({ url, prefix, archiveFolder, visitGapMs: VISIT_GAP_MS });
  return {
    ...opened,
    photos: createRedisPhotos(opened.redis.write, prefix),
    close: () => opened.store.close(),
  };
}

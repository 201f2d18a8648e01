import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { findRedisServer, startRedis, startRedisCluster, type TestRedis } from '../../test/redis.ts';
import { storeContract } from '../contract/contract.ts';
import type { Deployment } from '../contract/engine.ts';
import type { ArchiveSizes } from './archive.ts';
import { openRedisStore } from './open.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
const isMissing = findRedisServer() === null && !process.env.CI;
if (isMissing)
  process.emitWarning('SKIPPED: the Redis engine is not tested here, redis-server is not installed.');

const halfAnHour = 30 * 60_000;

/** Each test has keys of its own on one server. */
async function open(url: string, visitGapMs: number, archiveSizes?: ArchiveSizes): Promise<Deployment> {
  const archiveFolder = mkdtempSync(join(tmpdir(), 'xinli-archive-'));
  const options = {
    url,
    prefix: `test-${randomUUID()}:`,
    visitGapMs,
    archiveFolder,
    ...(archiveSizes && { archiveSizes }),
  };
  const node = await openRedisStore(options);
  const opened = [node];
  const now = async (): Promise<number> => {
    const [seconds, micros] = await node.redis.write.time();
    return Number(seconds) * 1_000 + Math.floor(Number(micros) / 1_000);
  };
  return {
    ...node,
    async join() {
      const joined = await openRedisStore(options);
      opened.push(joined);
      return joined;
    },
    now,
    async pass(ms) {
      const until = (await now()) + ms;
      while ((await now()) < until) await delay(1);
    },
    async [Symbol.asyncDispose]() {
      for (const { store } of opened) await store.close();
      rmSync(archiveFolder, { recursive: true, force: true });
    },
  };
}

/** As soon as there are a few, the oldest leave: whatever the contract asks has to be found in files as well. */
const tiny: ArchiveSizes = { keep: 1, segment: 2 };

describe.skipIf(isMissing).each<[string, () => Promise<Pick<TestRedis, 'url' | 'stop'>>, ArchiveSizes?]>([
  ['redis', () => startRedis()],
  ['redis, with most comments in the archive', () => startRedis(), tiny],
  ['redis, every event in one slot of a cluster', () => startRedis({ isCluster: true })],
  ['a cluster of three', () => startRedisCluster()],
])('%s', (_, start, sizes) => {
  let redis: Pick<TestRedis, 'url' | 'stop'>;
  beforeAll(async () => void (redis = await start()));
  afterAll(() => redis.stop());

  storeContract({
    nodes: 'many',
    open: ({ visitGapMs = halfAnHour } = {}) => open(redis.url, visitGapMs, sizes),
  });
});

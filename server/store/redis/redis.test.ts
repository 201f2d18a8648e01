import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe } from 'vitest';
import { findRedisServer, startRedis, type TestRedis } from '../../test/redis.ts';
import { storeContract } from '../contract/contract.ts';
import type { Deployment } from '../contract/engine.ts';
import { openRedisStore } from './open.ts';

const isMissing = findRedisServer() === null && !process.env.CI;
if (isMissing) console.warn('SKIPPED: the Redis engine is not tested, redis-server is not installed here.');

const halfAnHour = 30 * 60_000;
let redis: TestRedis;

async function open({ visitGapMs = halfAnHour } = {}): Promise<Deployment> {
  const options = { url: redis.url, prefix: `test-${randomUUID()}:`, visitGapMs };
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
    },
  };
}

describe.skipIf(isMissing)('redis', () => {
  beforeAll(async () => void (redis = await startRedis()));
  afterAll(() => redis.stop());

  storeContract({ nodes: 'many', open });
});

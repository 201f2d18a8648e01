import type { Bus, Store } from '../store.ts';
import { createBallots } from './ballots.ts';
import { createBus } from './bus.ts';
import { createComments } from './comments.ts';
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
};

/** One Redis for many nodes; its clock is everyone's. Rejects with `StoreUnavailable` when it does not answer. */
export async function openRedisStore(
  options: RedisOptions,
): Promise<{ store: Store; bus: Bus; redis: Clients }> {
  const { url, prefix, visitGapMs } = options;
  const redis = await connect(url);
  const { write } = redis;
  const run = defineScripts(write);
  const keys = (slug: Parameters<typeof keysOf>[1]) => keysOf(prefix, slug);

  const store: Store = {
    engine: 'redis',
    check: async () => void (await run('check', [`${prefix}check`], [])),
    ...createLog(write, run, keys, `${prefix}events`),
    ...createComments(write, run, keys),
    ...createBallots(write, run, keys),
    ...createViewers(write, run, keys, visitGapMs),
    close: async () => disconnect(redis),
  };
  return { store, bus: createBus(redis, keys), redis };
}

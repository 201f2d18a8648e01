import { hashOf, type Photos } from '../../lib/photos.ts';
import type { RedisClient } from './connect.ts';
import { orUnavailable } from './failure.ts';

/** Beside the events, so that every node has every photo. */
export const createRedisPhotos = (redis: RedisClient, prefix: string): Photos => {
  const keyOf = (hash: string): string => `${prefix}photo:${hash}`;
  return {
    async put(bytes) {
      const hash = hashOf(bytes);
      await orUnavailable(redis.set(keyOf(hash), bytes));
      return hash;
    },
    get: (hash) => orUnavailable(redis.getBuffer(keyOf(hash))),
  };
};

import { describe } from 'vitest';
import { sharedRedis, startTestApp, type TestApp } from './app.ts';
import { findRedisServer } from './redis.ts';

/** Where Redis has to be there, its absence fails the suite; elsewhere it is said aloud. */
const isMissing = findRedisServer() === null && !process.env.CI;
if (isMissing) process.emitWarning('SKIPPED: two nodes are not tested here, redis-server is not installed.');
export const describeNodes = isMissing ? describe.skip : describe;

export type Nodes = { one: TestApp; two: TestApp; [Symbol.asyncDispose](): Promise<void> };

/** Two nodes over one Redis, with keys of their own. */
export async function startNodes(redis: { url: string }): Promise<Nodes> {
  const engine = sharedRedis(redis.url);
  const one = await startTestApp({ engine });
  const two = await startTestApp({ engine });
  return {
    one,
    two,
    async [Symbol.asyncDispose]() {
      await two[Symbol.asyncDispose]();
      await one[Symbol.asyncDispose]();
    },
  };
}

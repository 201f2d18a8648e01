import { once } from 'node:events';
import { accessSync, constants, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { Redis } from 'ioredis';
import type { Config } from '../config.ts';
import { inspectNode } from '../lib/node-safety.ts';
import { readRedisAddress } from '../lib/redis-address.ts';
import { inspectRedis } from '../lib/redis-safety.ts';
import type { Words } from './words.ts';

export type Check = { about: string; level: 'ok' | 'warning' | 'failure'; says: string };

const OLDEST_NODE = 24;
const MAX_SKEW_MS = 500;
const REDIS_TIMEOUT_MS = 2_000;

/** Looks at what the server will need. Nothing is changed. With `isStrict` an unsafe Redis is a failure. */
export async function examine(config: Config, words: Words): Promise<Check[]> {
  return [
    checkNode(process.versions.node, words),
    checkFolder(config.dataFolder, words),
    await checkPort(config, words),
    ...(config.store.engine === 'redis'
      ? [checkSecrets(config, words), ...(await checkRedis(config.store.url, config.isStrict, words))]
      : [{ about: 'store', level: 'ok' as const, says: words.engineIsSqlite }]),
  ];
}

function checkNode(version: string, words: Words): Check {
  if (Number.parseInt(version, 10) < OLDEST_NODE)
    return { about: 'node', level: 'failure', says: words.nodeIsOld(version) };
  return inspectNode(version) === null
    ? { about: 'node', level: 'ok', says: words.nodeIsFine(version) }
    : { about: 'node', level: 'warning', says: words.nodeIsUnsafe(version) };
}

function checkFolder(folder: string, words: Words): Check {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  try {
    accessSync(existing, constants.W_OK | constants.X_OK);
    return { about: 'data', level: 'ok', says: words.dataIsFine(folder) };
  } catch (error) {
    return { about: 'data', level: 'failure', says: words.dataIsClosed(folder, reasonOf(error)) };
  }
}

async function checkPort({ port, host }: Config, words: Words): Promise<Check> {
  const probe = createServer();
  try {
    await once(probe.listen({ port, host }), 'listening');
    return { about: 'port', level: 'ok', says: words.portIsFree(port) };
  } catch (error) {
    return { about: 'port', level: 'failure', says: words.portIsTaken(port, reasonOf(error)) };
  } finally {
    probe.close();
  }
}

const checkSecrets = ({ secret, adminToken }: Config, words: Words): Check =>
  secret === null || adminToken === null
    ? { about: 'secrets', level: 'warning', says: words.secretIsLocal }
    : { about: 'secrets', level: 'ok', says: words.secretIsShared };

/** Each server that REDIS_URL names; of a group behind sentinels, the present master. */
async function checkRedis(url: string, isStrict: boolean, words: Words): Promise<Check[]> {
  const address = readRedisAddress(url);
  if (address?.kind === 'cluster') {
    const { nodes, credentials } = address;
    const checks = await Promise.all(
      nodes.map((node) => checkServer(new Redis({ ...hasty, ...credentials, ...node }), isStrict, words)),
    );
    return [...new Map(checks.flat().map((check) => [check.says, check])).values()];
  }
  if (address?.kind !== 'sentinel') return checkServer(new Redis(url, hasty), isStrict, words);
  const sentinels = { sentinels: address.nodes, name: address.master, sentinelRetryStrategy: () => null };
  return checkServer(new Redis({ ...hasty, ...address.credentials, ...sentinels }), isStrict, words);
}

const hasty = {
  lazyConnect: true,
  retryStrategy: () => null,
  connectTimeout: REDIS_TIMEOUT_MS,
  commandTimeout: REDIS_TIMEOUT_MS,
};

async function checkServer(redis: Redis, isStrict: boolean, words: Words): Promise<Check[]> {
  let lastError: unknown;
  redis.on('error', (error) => (lastError = error));
  try {
    await redis.connect();
    const findings = await inspectRedis(redis);
    const checks = findings.map((finding): Check => {
      const isGrave = isStrict && finding.level === 'unsafe';
      return { about: 'redis', level: isGrave ? 'failure' : 'warning', says: words.redisFinding(finding) };
    });
    if (checks.length === 0) checks.push({ about: 'redis', level: 'ok', says: words.redisIsFine });
    return [...checks, await checkClock(redis, words)];
  } catch (error) {
    return [{ about: 'redis', level: 'failure', says: words.redisIsAway(reasonOf(lastError ?? error)) }];
  } finally {
    redis.disconnect();
  }
}

/** Half of the way there and back is taken off: what is left is the difference, give or take the other half. */
async function checkClock(redis: Redis, words: Words): Promise<Check> {
  const askedAt = Date.now();
  const [seconds, microseconds] = await redis.time();
  const answeredAt = Date.now();
  const theirs = Number(seconds) * 1_000 + Number(microseconds) / 1_000;
  const skewMs = Math.round(Math.abs(theirs - (askedAt + answeredAt) / 2));
  return skewMs <= MAX_SKEW_MS
    ? { about: 'clock', level: 'ok', says: words.clockIsFine(skewMs) }
    : { about: 'clock', level: 'warning', says: words.clockIsOff(skewMs) };
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? ('code' in error ? String(error.code) : error.message) : String(error);

import { createShardedAdapter } from '@socket.io/redis-adapter';
import { Cluster, type Redis } from 'ioredis';
import type { Log } from '../lib/log.ts';
import { inspectRedis } from '../lib/redis-safety.ts';
import type { SigningKey } from '../lib/tokens.ts';
import type { SocketServer } from './door.ts';

type Parts = {
  io: SocketServer;
  redis: { write: Redis | Cluster; subscriber: Redis | Cluster };
  prefix: string;
  signingKeys: readonly SigningKey[];
  isStrict: boolean;
  log: Log;
};

/**
 * Makes this node one of several: says what is unsafe about the Redis they share (and refuses it when strict), says
 * when another node signs with another key, and lets Socket.IO reach an actor's connections on every node.
 */
export async function joinNodes({ io, redis, prefix, signingKeys, isStrict, log }: Parts): Promise<string[]> {
  const unsafe = await sayWhatIsUnsafe(redis.write, isStrict, log);
  await sayIfKeysDiffer(redis.write, `${prefix}signing-key`, signingKeys, log);
  // Kicks and messages to one actor alone; static channels, as rooms are many and small.
  const options = { channelPrefix: `${prefix}socket.io`, subscriptionMode: 'static' } as const;
  io.adapter(createShardedAdapter(redis.write, redis.subscriber, options));
  return unsafe;
}

async function sayWhatIsUnsafe(write: Redis | Cluster, isStrict: boolean, log: Log): Promise<string[]> {
  const servers = write instanceof Cluster ? write.nodes('master') : [write];
  const all = (await Promise.all(servers.map((server) => inspectRedis(server)))).flat();
  const findings = [...new Map(all.map((finding) => [JSON.stringify(finding), finding])).values()];
  for (const { about, level, found, advice } of findings)
    log.warn({ about, level, advice }, `Redis: ${found}`);
  const unsafe = findings.filter(({ level }) => level === 'unsafe');
  if (isStrict && unsafe.length > 0) {
    const found = unsafe.map((finding) => finding.found).join('; ');
    throw new Error(`Redis is not safe for votes (XINLI_STRICT=1): ${found}`);
  }
  return [...new Set(unsafe.map(({ about }) => about))];
}

/** Different keys would make every viewer a stranger on the other node. The first node's key is remembered for a day. */
async function sayIfKeysDiffer(
  write: Redis | Cluster,
  name: string,
  keys: readonly SigningKey[],
  log: Log,
): Promise<void> {
  await write.set(name, keys[0]?.kid ?? '', 'EX', 86_400, 'NX');
  const known = await write.get(name);
  if (keys.some(({ kid }) => kid === known)) return;
  log.error('another node signs with another key: give all the same XINLI_SECRET and XINLI_ADMIN_TOKEN');
}

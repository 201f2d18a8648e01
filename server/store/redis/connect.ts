import { Cluster, type ClusterOptions, Redis, type RedisOptions } from 'ioredis';
import { type RedisAddress, readRedisAddress } from '../../lib/redis-address.ts';
import { StoreUnavailable } from '../store.ts';

/** One server, found directly or through its sentinels, or a cluster of them: they take the same commands. */
export type RedisClient = Redis | Cluster;

export type Clients = { write: RedisClient; subscriber: RedisClient };

/** How long to wait before attempt `n`, in milliseconds: doubling, never in step with other nodes. */
const retryDelayMs = (n: number): number => Math.min(50 * 2 ** n, 2_000) * (0.5 + Math.random() / 2);

const common = {
  lazyConnect: true,
  connectTimeout: 2_000,
  keepAlive: 10_000,
  enableReadyCheck: true,
  retryStrategy: retryDelayMs,
} satisfies RedisOptions;

/**
 * A write is sent once or refused, never queued and never sent again behind our back: whoever asked decides.
 * All of these are needed together: with some of them ioredis repeats a command, or never settles it.
 */
export const writeOptions = {
  ...common,
  maxRetriesPerRequest: 0,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  commandTimeout: 1_000,
  // 1: reconnect, without sending the command again.
  reconnectOnError: (error) => (/READONLY|LOADING|MASTERDOWN/.test(error.message) ? 1 : false),
} satisfies RedisOptions;

/** A subscription outlives any outage: it waits for the connection, and comes back with it. */
export const subscriberOptions = {
  ...common,
  maxRetriesPerRequest: null,
  autoResubscribe: true,
} satisfies RedisOptions;

/** In a cluster a command is sent again only where it was not carried out: on MOVED and the like. */
const clusterOptions = {
  lazyConnect: true,
  clusterRetryStrategy: retryDelayMs,
  slotsRefreshTimeout: 2_000,
  slotsRefreshInterval: 30_000,
  retryDelayOnFailover: 0,
  retryDelayOnClusterDown: 0,
  shardedSubscribers: true,
} satisfies ClusterOptions;

type Options = typeof writeOptions | typeof subscriberOptions;

function createClient(address: RedisAddress, options: Options): RedisClient {
  if (address.kind === 'single') return new Redis(address.url, options);
  const { nodes, credentials } = address;
  if (address.kind === 'sentinel') {
    const sentinel = { sentinels: nodes, name: address.master, sentinelCommandTimeout: 1_000 };
    return new Redis({ ...options, ...credentials, ...sentinel });
  }
  const { lazyConnect: _, retryStrategy: __, ...redisOptions } = options;
  return new Cluster(nodes, {
    ...clusterOptions,
    enableOfflineQueue: !('enableOfflineQueue' in options),
    redisOptions: { ...redisOptions, ...credentials },
  });
}

/** Connects both clients, or neither. */
export async function connect(url: string): Promise<Clients> {
  const address = readRedisAddress(url);
  if (address === null) throw new Error('REDIS_URL is no address of a Redis.');
  const clients = {
    write: createClient(address, writeOptions),
    subscriber: createClient(address, subscriberOptions),
  };
  let reason: unknown;
  for (const client of Object.values(clients)) {
    // A client without a listener would end the process; each command reports its own failure.
    client.on('error', (error) => (reason = error));
  }
  try {
    await Promise.all([clients.write.connect(), clients.subscriber.connect()]);
    if (clients.write instanceof Cluster) await connectNodes(clients.write);
    return clients;
  } catch (error) {
    disconnect(clients);
    const message = reason instanceof Error && reason.message ? reason.message : String(error);
    throw new StoreUnavailable(`Redis does not answer: ${message}`, { cause: reason ?? error });
  }
}

/** A cluster's connections open at the first command, which a client without a queue would refuse: we are earlier. */
async function connectNodes(cluster: Cluster): Promise<void> {
  const open = async (node: Redis): Promise<void> => {
    if (node.status === 'wait') await node.connect();
  };
  cluster.on('+node', (node: Redis) => void open(node).catch(() => undefined)); // each command reports its own failure
  await Promise.all(cluster.nodes().map(open));
}

export function disconnect({ write, subscriber }: Clients): void {
  subscriber.disconnect();
  write.disconnect();
}

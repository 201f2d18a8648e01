import { Redis, type RedisOptions } from 'ioredis';
import { StoreUnavailable } from '../store.ts';

export type Clients = { write: Redis; subscriber: Redis };

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

/** Connects both clients, or neither. */
export async function connect(url: string): Promise<Clients> {
  const clients = { write: new Redis(url, writeOptions), subscriber: new Redis(url, subscriberOptions) };
  let reason: unknown;
  for (const client of Object.values(clients)) {
    // A client without a listener would end the process; each command reports its own failure.
    client.on('error', (error) => (reason = error));
  }
  try {
    await Promise.all([clients.write.connect(), clients.subscriber.connect()]);
    return clients;
  } catch (error) {
    disconnect(clients);
    const message = reason instanceof Error && reason.message ? reason.message : String(error);
    throw new StoreUnavailable(`Redis does not answer: ${message}`, { cause: reason ?? error });
  }
}

export function disconnect({ write, subscriber }: Clients): void {
  subscriber.disconnect();
  write.disconnect();
}

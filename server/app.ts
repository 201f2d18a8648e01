import { createServer, type IncomingMessage, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createShardedAdapter } from '@socket.io/redis-adapter';
import express from 'express';
import type { ViteDevServer } from 'vite';
import type { Redis } from 'ioredis';
import { LIMITS } from '#shared/limits.ts';
import type { Config } from './config.ts';
import { handlers } from './domain/handlers.ts';
import { createExecute, type Execute } from './execute.ts';
import { createApi } from './http/api.ts';
import { createOperations } from './http/operations.ts';
import { createPages } from './http/pages.ts';
import {
  answerErrors,
  dataHeaders,
  limitRequests,
  refuseForeignOrigins,
  refuseOtherBodies,
} from './http/security.ts';
import { type Clock, systemClock } from './lib/clock.ts';
import { type Ids, randomIds } from './lib/ids.ts';
import { createLog, type Log } from './lib/log.ts';
import { createMetrics } from './lib/metrics.ts';
import { createNetworks } from './lib/networks.ts';
import { createOriginCheck } from './lib/origins.ts';
import { createBuckets } from './lib/rate-limit.ts';
import { inspectRedis } from './lib/redis-safety.ts';
import { openSecrets } from './lib/secrets.ts';
import { createTokens } from './lib/tokens.ts';
import { openDoor, type SocketServer } from './live/door.ts';
import { createLiveEvents, type LiveEvents } from './live/events.ts';
import { type Gateway, openGateway, reachActors } from './live/gateway.ts';
import { createIdentity } from './live/identity.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';

/** What comes in from outside, so that tests may hold time, ids and chance. */
export type Surroundings = { clock: Clock; ids: Ids; random: () => number; log: Log };

export type App = {
  url: string;
  port: number;
  adminToken: string;
  store: Store;
  events: LiveEvents;
  execute: Execute;
  log: Log;
  /** Stops taking in, asks viewers to move over `drainSeconds`, and closes everything in reverse order. */
  close(drainSeconds?: number): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

const LOOPBACK = ['127.0.0.0/8', '::1'];
/** Newcomers without a token from one address: a campus behind one NAT gets in, a script does not go on for ever. */
const NEWCOMERS = { perSecond: 20, burst: 500 };
const REQUESTS = { points: 300, seconds: 10 };

/** Puts the parts together and listens. Everything that was opened is closed again, in reverse order. */
export async function startApp(config: Config, given: Partial<Surroundings> = {}): Promise<App> {
  const {
    clock = systemClock,
    ids = randomIds,
    random = Math.random,
    log = createLog({ level: config.logLevel }),
  } = given;
  const opened: (() => Promise<void> | void)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of opened.splice(0).toReversed()) await close();
  };
  try {
    return await start();
  } catch (error) {
    await closeAll();
    throw error;
  }

  async function start(): Promise<App> {
    const node = ids.opaque();
    const secrets = openSecrets(config.dataFolder, config);
    for (const warning of secrets.warnings) log.warn(warning);
    const {
      store,
      bus,
      redis,
      close: closeStore,
    } = await openStore(
      config.store.engine === 'redis'
        ? { ...config.store, clock }
        : { engine: 'sqlite', file: join(config.dataFolder, 'xinli.db'), clock },
    );
    opened.push(closeStore);

    let isStopping = false;
    const onFailure = (error: unknown): void => {
      metrics.failure();
      log.error({ err: error }, 'unforeseen failure');
    };
    const metrics = createMetrics(config.store.engine, async () =>
      (await events.all()).map(({ slug, feed }) => ({
        event: slug,
        intervalMs: feed.beat.intervalMs,
        oneIn: feed.river.flow().oneIn,
        connections: feed.size,
      })),
    );
    const tokens = createTokens({ keys: secrets.signingKeys, clock });
    const identity = createIdentity({ tokens, store, adminToken: secrets.adminToken });
    const admits = createOriginCheck(config.origins, config.publicUrl);
    const exempt = createNetworks([...LOOPBACK, ...config.venueNetworks]);

    const web = express();
    web.disable('x-powered-by');
    web.set('query parser', 'simple');
    web.set('trust proxy', config.trustProxy);
    const http = createHardenedServer(web);
    const io = openDoor(http, admits);
    if (redis !== null) {
      await warnOfUnsafeRedis(redis.write, config, log);
      useRedis(io, redis.write, redis.subscriber, config);
    }

    const events = createLiveEvents({
      node,
      store,
      bus,
      clock,
      ids,
      random,
      mintToken: (slug, actor, expiresInSeconds) =>
        identity.sign(slug, actor, expiresInSeconds === null ? null : clock.now() + expiresInSeconds * 1000),
      reach: reachActors(io),
      execute: () => execute,
      observe: metrics.frames,
      onFailure,
    });
    opened.push(() => events.close());
    const execute = createExecute({
      handlers,
      contextOf: events.contextOf,
      clock,
      ids,
      observe(name, outcome, error) {
        metrics.command(name, outcome);
        if (error !== undefined) onFailure(error);
      },
    });

    const newcomers = createBuckets(NEWCOMERS, clock);
    const trusts = web.get('trust proxy fn') as (address: string, hop: number) => boolean;
    const gateway: Gateway = openGateway({
      io,
      events,
      execute,
      identity,
      store,
      clock,
      mayIssue(socket) {
        const address = addressOf(socket.request, trusts);
        return exempt.has(address) ? 0 : newcomers.take(address);
      },
      observe: metrics.connection,
      onFailure,
    });

    opened.push(async () => {
      http.closeIdleConnections();
      await io.close();
    });

    const vite = config.isDev ? await openVite(http) : null;
    if (vite !== null) opened.push(() => vite.close());
    web.use(
      createOperations({
        store,
        metrics,
        metricsToken: config.metricsToken,
        loopback: createNetworks(LOOPBACK),
        isStopping: () => isStopping,
      }),
    );
    web.use(
      '/api/v1',
      dataHeaders,
      limitRequests(exempt, REQUESTS),
      refuseForeignOrigins(admits),
      refuseOtherBodies,
      express.json({ limit: LIMITS.messageBytes, strict: true, inflate: false, type: 'application/json' }),
      createApi({ execute, identity, events, store }),
    );
    web.use(createPages({ events, vite, publicUrl: config.publicUrl }));
    web.use(
      dataHeaders,
      (_request, response) => void response.status(404).json({ ok: false, error: { code: 'NOT_FOUND' } }),
    );
    web.use(answerErrors(onFailure));

    const port = await listen(http, config.port, config.host);
    return {
      url: `http://127.0.0.1:${port}`,
      port,
      adminToken: secrets.adminToken,
      store,
      events,
      execute,
      log,
      async close(drainSeconds = 0) {
        isStopping = true;
        if (drainSeconds > 0) await gateway.drain(drainSeconds * 1000);
        await closeAll();
      },
      [Symbol.asyncDispose]: () => closeAll(),
    };
  }
}

function createHardenedServer(web: express.Express): HttpServer {
  const http = createServer({ connectionsCheckingInterval: 2_000 }, web);
  http.headersTimeout = 10_000;
  http.requestTimeout = 15_000;
  http.keepAliveTimeout = 5_000;
  http.maxHeadersCount = 64;
  http.maxRequestsPerSocket = 1_000;
  return http;
}

/** Votes are promised to survive; a Redis that may lose them is said loudly, and refused where the operator is strict. */
async function warnOfUnsafeRedis(write: Redis, config: Config, log: Log): Promise<void> {
  const findings = await inspectRedis(write);
  for (const { about, level, found, advice } of findings)
    log.warn({ about, level, advice }, `Redis: ${found}`);
  const unsafe = findings.filter(({ level }) => level === 'unsafe');
  if (config.isStrict && unsafe.length > 0) {
    throw new Error(
      `Redis is not safe for votes (XINLI_STRICT=1): ${unsafe.map(({ found }) => found).join('; ')}`,
    );
  }
}

/** What Socket.IO itself sends between nodes: kicks, and messages to one actor. Static channels: rooms are many and small. */
function useRedis(io: SocketServer, write: Redis, subscriber: Redis, config: Config): void {
  const prefix = config.store.engine === 'redis' ? config.store.prefix : '';
  io.adapter(
    createShardedAdapter(write, subscriber, {
      channelPrefix: `${prefix}socket.io`,
      subscriptionMode: 'static',
    }),
  );
}

const openVite = async (http: HttpServer): Promise<ViteDevServer> => {
  const { createServer: createVite } = await import('vite');
  return createVite({
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server: http, path: '/@hmr' } },
  });
};

/** Where a request comes from, past as many proxies as are trusted: the same rule Express goes by. */
function addressOf(request: IncomingMessage, trusts: (address: string, hop: number) => boolean): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  const hops = [request.socket.remoteAddress ?? '', ...forwarded.toReversed()];
  const client = hops.findIndex((address, hop) => !trusts(address, hop));
  return hops.at(client) ?? '';
}

const listen = (http: HttpServer, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen({ port, host, backlog: 4096 }, () => resolve((http.address() as AddressInfo).port));
  });

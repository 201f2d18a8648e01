import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import express from 'express';
import { LIMITS } from '#shared/limits.ts';
import type { Config } from './config.ts';
import { handlers } from './domain/handlers.ts';
import { createExecute, type Execute } from './execute.ts';
import { createApi } from './http/api.ts';
import { createClip } from './http/clip.ts';
import { addressOf, createHardenedServer, listen } from './http/listener.ts';
import { createOperations } from './http/operations.ts';
import { createPages } from './http/pages.ts';
import { createPhotoApi } from './http/photos.ts';
import {
  answerErrors,
  dataHeaders,
  limitRequests,
  refuseForeignOrigins,
  refuseOtherBodies,
} from './http/security.ts';
import { openVite } from './http/vite.ts';
import { type Clock, systemClock } from './lib/clock.ts';
import { type Ids, randomIds } from './lib/ids.ts';
import { createLog, type Log } from './lib/log.ts';
import { createMetrics } from './lib/metrics.ts';
import { createNetworks } from './lib/networks.ts';
import { inspectNode } from './lib/node-safety.ts';
import { createOriginCheck } from './lib/origins.ts';
import { provenanceOf } from './lib/provenance.ts';
import { createBuckets } from './lib/rate-limit.ts';
import { openSecrets } from './lib/secrets.ts';
import { createSigner } from './lib/signer.ts';
import { createTickets } from './lib/tickets.ts';
import { createTokens } from './lib/tokens.ts';
import { BEAT_LIMITS } from './live/beat.ts';
import { openDoor, refusePolling } from './live/door.ts';
import { createLiveEvents, type LiveEvents } from './live/events.ts';
import { type Gateway, openGateway, reachActors } from './live/gateway.ts';
import { createIdentity } from './live/identity.ts';
import { createLoad } from './live/load.ts';
import { joinNodes } from './live/nodes.ts';
import { openStore } from './store/open.ts';
import { type Store, StoreUnavailable } from './store/store.ts';
import type { Siblings } from './workers/worker.ts';

/** What comes in from outside, so that tests may hold time, ids and chance. */
export type Surroundings = {
  clock: Clock;
  ids: Ids;
  random: () => number;
  log: Log;
  /** The other workers of this machine, if this is one of several. */
  siblings: Siblings | null;
};

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
/** What an answer under way may still take once the server is closing. */
const LAST_WORDS_MS = 1_000;
const STORE_AWAY_SAID_MS = 5_000;
const REQUESTS = { points: 300, seconds: 10 };

/** Puts the parts together and listens. Everything that was opened is closed again, in reverse order. */
export async function startApp(config: Config, given: Partial<Surroundings> = {}): Promise<App> {
  const {
    clock = systemClock,
    ids = randomIds,
    random = Math.random,
    log = createLog({ level: config.logLevel }),
    siblings = null,
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
    for (const warning of [inspectNode(process.versions.node), ...secrets.warnings])
      if (warning !== null) log.warn(warning);
    const {
      store,
      bus,
      photos,
      redis,
      close: closeStore,
    } = await openStore(
      config.store.engine === 'redis'
        ? { ...config.store, archiveFolder: config.archiveFolder, clock }
        : {
            engine: 'sqlite',
            file: join(config.dataFolder, 'xinli.db'),
            photoFolder: join(config.dataFolder, 'photos'),
            clock,
          },
    );
    opened.push(closeStore);

    let isStopping = false;
    let unsafe: readonly string[] = [];
    let saidAt = -Infinity;
    const onFailure = (error: unknown): void => {
      metrics.failure();
      if (!(error instanceof StoreUnavailable)) return log.error({ err: error }, 'unforeseen failure');
      if (clock.now() - saidAt < STORE_AWAY_SAID_MS) return; // it fails many times a second while it is away
      saidAt = clock.now();
      log.warn({ err: error }, 'the store does not answer');
    };
    const labels = {
      engine: config.store.engine,
      ...(siblings !== null && { worker: String(siblings.number) }),
    };
    const metrics = createMetrics(labels, BEAT_LIMITS, async () =>
      (await events.all()).map(({ slug, feed }) => ({
        event: slug,
        intervalMs: feed.beat.intervalMs,
        oneIn: feed.river.flow().oneIn,
        connections: feed.size,
      })),
    );
    const signer = createSigner(secrets.certificateSecret);
    const tokens = createTokens({ keys: secrets.signingKeys, clock });
    const identity = createIdentity({ tokens, store, adminToken: secrets.adminToken });
    const admits = createOriginCheck(config.origins, config.publicUrl);
    const exempt = createNetworks([...LOOPBACK, ...config.venueNetworks]);

    const web = express();
    web.disable('x-powered-by');
    web.set('query parser', 'simple');
    web.set('trust proxy', config.trustProxy);
    const http = createHardenedServer(web);
    const tickets = createTickets(secrets.signingKeys[0]?.secret ?? '', clock);
    const door = openDoor({
      http,
      admits: (request, ticket) =>
        admits(request) ||
        (request.headers.origin === 'null' && tickets.isValid(ticket, addressOf(web, request))),
      addressOf: (request) => addressOf(web, request),
    });
    const { io } = door;
    if (redis !== null && config.store.engine === 'redis') {
      const { prefix } = config.store;
      unsafe = await joinNodes({
        io,
        redis,
        prefix,
        signingKeys: secrets.signingKeys,
        isStrict: config.isStrict,
        log,
      });
    }

    const events = createLiveEvents({
      node,
      store,
      bus,
      clock,
      ids,
      random,
      newViewer: identity.newViewer,
      forget: identity.forget,
      mintToken: (slug, actor, expiresInSeconds) =>
        identity.sign(slug, actor, expiresInSeconds === null ? null : clock.now() + expiresInSeconds * 1000),
      reach: reachActors(io),
      randomInt: (below) => randomInt(below),
      unsafe,
      signer,
      execute: () => execute,
      load: createLoad(),
      observe: metrics,
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
    const gateway: Gateway = openGateway({
      door,
      events,
      execute,
      identity,
      store,
      clock,
      mayIssue: (address) => (exempt.has(address) ? 0 : newcomers.take(address)),
      provenanceOf: (address, bornAt) => provenanceOf(address, bornAt, exempt),
      observe: metrics.connection,
      onFailure,
    });

    opened.push(() => door.close(LAST_WORDS_MS));

    const vite = config.isDev ? await openVite(http) : null;
    if (vite !== null) opened.push(() => vite.close());
    web.use(
      createOperations({
        store,
        metrics: siblings === null ? metrics : { ...metrics, text: siblings.share(() => metrics.text()) },
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
      createPhotoApi({ photos, identity, events }),
      refuseOtherBodies,
      express.json({ limit: LIMITS.messageBytes, strict: true, inflate: false, type: 'application/json' }),
      createApi({ execute, identity, events, store, signer, vouched: exempt, clock }),
    );
    web.use('/socket.io/', refusePolling);
    web.use(createClip());
    web.use(createPages({ events, photos, vite, publicUrl: config.publicUrl, tickets }));
    web.use(
      dataHeaders,
      (_request, response) => void response.status(404).json({ ok: false, error: { code: 'NOT_FOUND' } }),
    );
    web.use(answerErrors(onFailure));

    const port = await listen(http, { port: config.port, host: config.host, reusePort: siblings !== null });
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

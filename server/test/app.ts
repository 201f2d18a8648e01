import { randomUUID } from 'node:crypto';
import diagnostics from 'node:diagnostics_channel';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActorId, EventSlug } from '#shared/model/ids.ts';
import type { Role } from '#shared/model/actor.ts';
import type { ViewerCounts } from '#shared/model/gauges.ts';
import type { CommandName, Output, RawInput } from '#shared/protocol/commands.ts';
import type { Ack } from '#shared/protocol/errors.ts';
import { type App, startApp, type Surroundings } from '../app.ts';
import type { Config } from '../config.ts';
import { createLog } from '../lib/log.ts';

/** A whole server on a free port, with data of its own and the event `show` live: `await using app = await startTestApp()`. */
export type TestApp = Omit<App, 'close'> & {
  http: HttpServer;
  /** The event there is from the start. */
  slug: EventSlug;
  folder: string;
  /** What was logged, a line each. */
  logged: string[];
  /** Tokens, each for an actor of its own. */
  host(): Promise<string>;
  moderator(): Promise<string>;
  token(
    role: Exclude<Role, 'admin'>,
    input?: Partial<RawInput<'token:create'>>,
    event?: string,
  ): Promise<string>;
  /** Another live event. */
  create(slug: string, input?: Partial<RawInput<'event:create'>>): Promise<void>;
  /** A command through the pipeline as the administrator; throws when it is refused. */
  run<N extends CommandName>(name: N, input: RawInput<N>, event?: string): Promise<Output<N>>;
  /** The counters as of now: the node's next report, without waiting for its hour. */
  measure(): Promise<ViewerCounts>;
  get(path: string, by?: Caller): Promise<Response>;
  post(path: string, json: unknown, by?: Caller): Promise<Response>;
  /** A command over HTTP. */
  command(token: string, command: string, input?: object, commandId?: unknown): Promise<Ack<unknown>>;
  close(drainSeconds?: number): Promise<void>;
};

type Caller = { token?: string; headers?: Record<string, string> };

type Options = Partial<Omit<Config, 'store'>> & {
  /** Keeps what it finds there, and leaves it behind. */
  folder?: string;
  engine?: 'sqlite' | { redis: string; prefix: string };
  clock?: Surroundings['clock'];
  /** Events to create when they are not there. */
  events?: readonly string[];
};

export const SECRET = 'signing-key-of-the-tests-0123456789';
export const ADMIN_TOKEN = 'admin-token-of-the-tests';
/** For two apps that share a Redis, and nothing with any others. */
export const sharedRedis = (url: string) => ({ redis: url, prefix: `test-${randomUUID().slice(0, 8)}:` });

const admin = { id: ActorId.parse('admin'), role: 'admin', name: 'admin', number: null } as const;

export async function startTestApp({
  folder,
  engine = 'sqlite',
  clock,
  events = ['show'],
  ...settings
}: Options = {}): Promise<TestApp> {
  const own = folder === undefined ? await openFolder() : null;
  const dataFolder = folder ?? own?.path ?? '';
  const logged: string[] = [];
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataFolder,
    archiveFolder: join(dataFolder, 'archive'),
    store: engine === 'sqlite' ? { engine } : { engine: 'redis', url: engine.redis, prefix: engine.prefix },
    adminToken: ADMIN_TOKEN,
    secret: SECRET,
    origins: [],
    publicUrl: null,
    trustProxy: 0,
    venueNetworks: [],
    metricsToken: null,
    logLevel: 'trace',
    workers: 1,
    isStrict: false,
    drainSeconds: 0,
    hasDemo: false,
    isDev: false,
    ...settings,
  };
  const log = createLog({ level: config.logLevel, to: { write: (line) => void logged.push(line) } });
  const { app, http } = await listening(() => startApp(config, { log, ...(clock && { clock }) }));

  const slug = EventSlug.parse('show');
  const run = async <N extends CommandName>(
    name: N,
    input: RawInput<N>,
    event = 'show',
  ): Promise<Output<N>> => {
    const ack = await app.execute(EventSlug.parse(event), name, admin, input);
    if (!ack.ok) throw new Error(`${name}: ${ack.error.code} ${ack.error.message}`);
    return ack.data as Output<N>;
  };
  const token: TestApp['token'] = async (role, input, event) =>
    (await run('token:create', { role, name: role, ...input }, event)).token;
  const create: TestApp['create'] = async (name, input) =>
    void (await run('event:create', { slug: name, title: name, status: 'live', ...input }, name));
  const request = (path: string, init: RequestInit, { token: bearer, headers }: Caller): Promise<Response> =>
    fetch(`${app.url}${path}`, {
      ...init,
      headers: {
        'content-type': 'application/json',
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...headers,
      },
    });
  const post: TestApp['post'] = (path, json, by = {}) =>
    request(path, { method: 'POST', body: JSON.stringify(json) }, by);

  const known = new Set((await app.store.listEvents()).map((event) => event.slug as string));
  for (const name of events) if (!known.has(name)) await create(name);

  return {
    ...app,
    http,
    slug,
    folder: dataFolder,
    logged,
    host: () => token('host', { name: '陈主持' }),
    moderator: () => token('moderator', { name: '审核员' }),
    token,
    create,
    run,
    measure: async () => (await app.events.open(slug)).presence.measure(),
    get: (path, by = {}) => request(path, {}, by),
    post,
    async command(bearer, command, input = {}, commandId) {
      const answer = await post(
        '/api/v1/events/show/commands',
        { command, commandId, input },
        { token: bearer },
      );
      return (await answer.json()) as Ack<unknown>;
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      await own?.[Symbol.asyncDispose]();
    },
  };
}

/** A data folder that outlives the server: `await using folder = await openFolder()`. */
export async function openFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'xinli-test-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** A clock that stands still until it is moved. */
export function holdClock(at = Date.now()): Surroundings['clock'] & { advance(ms: number): void } {
  let now = at;
  return { now: () => now, advance: (ms) => void (now += ms) };
}

/** Starts an app and tells which HTTP server is its own, so that a test can read its settings back. */
async function listening(start: () => Promise<App>): Promise<{ app: App; http: HttpServer }> {
  const servers: HttpServer[] = [];
  const seen = (message: unknown): void => void servers.push((message as { server: HttpServer }).server);
  diagnostics.subscribe('tracing:net.server.listen:asyncStart', seen);
  try {
    const app = await start();
    const http = servers.find((server) => (server.address() as AddressInfo | null)?.port === app.port);
    if (http === undefined) throw new Error('the app listens, and nobody saw its server');
    return { app, http };
  } finally {
    diagnostics.unsubscribe('tracing:net.server.listen:asyncStart', seen);
  }
}

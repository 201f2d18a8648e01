import { networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';
import { startApp } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { createDemo, DEMO, type Invitation } from './demo.ts';
import type { Actor } from '#shared/model/actor.ts';
import { ActorId, type EventSlug } from '#shared/model/ids.ts';
import type { App } from './app.ts';
import { createLog } from './lib/log.ts';
import { superviseWorkers } from './workers/supervisor.ts';
import { openWorkerChannel } from './workers/worker.ts';

/** A process that would not stop by itself is stopped. */
const HARD_STOP_MS = 5_000;

const { values: flags } = parseArgs({
  options: {
    /** As XINLI_WORKERS. */
    workers: { type: 'string' },
    /** Said by the supervisor to each of its workers: which one it is, and whether it prints the links. */
    worker: { type: 'string' },
    greet: { type: 'boolean', default: false },
  },
});

try {
  const env = flags.workers === undefined ? process.env : { ...process.env, XINLI_WORKERS: flags.workers };
  const config = readConfig(env);
  if (config.workers > 1 && flags.worker === undefined) {
    const log = createLog({ level: config.logLevel });
    process.exitCode = await superviseWorkers(config, env, log);
  } else await serve(config, flags.worker === undefined ? null : Number(flags.worker));
} catch (error) {
  const isExpected =
    error instanceof ConfigError ||
    (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE');
  process.stderr.write(
    `${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
}

/** `number`: which worker this is, when there are several. */
async function serve(config: Config, number: number | null): Promise<void> {
  let stop: Stop = () => process.exit(1);
  const channel = number === null ? null : openWorkerChannel(number, () => stop(1, config.drainSeconds));
  const app = await startApp(config, { siblings: channel });
  stop = stopOnSignals(app, config.drainSeconds);
  channel?.ready(app.port);
  if (channel !== null && !flags.greet) return;
  const isFirst = config.hasDemo && (await app.store.listEvents()).length === 0;
  await printLinks(app, isFirst ? await createDemo(app) : []);
}

type Stop = (code: number, seconds: number) => void;

/** The first signal moves the viewers elsewhere; the second one ends it. Whatever nobody foresaw is logged, then the same. */
function stopOnSignals(app: App, drainSeconds: number): Stop {
  let isStopping = false;
  const stop = async (code: number, seconds: number): Promise<void> => {
    if (isStopping) process.exit(code || 1);
    isStopping = true;
    setTimeout(() => process.exit(1), seconds * 1000 + HARD_STOP_MS).unref();
    app.log.info('stopping');
    await app.close(seconds);
    process.exit(code);
  };
  const onSignal = (): void => void stop(0, drainSeconds);
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', () => void stop(0, 0));
  for (const name of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(name, (error: unknown) => {
      app.log.fatal({ err: error }, name);
      void stop(1, 0);
    });
  }
  return (code, seconds) => void stop(code, seconds);
}

/** The demo's links. On a machine in a network, those for phones and for the stage, whose QR code phones scan, too. */
async function printLinks(app: App, judges: readonly Invitation[]): Promise<void> {
  const events = await app.store.listEvents();
  const slug = events.find((event) => event.slug === DEMO)?.slug ?? events[0]?.slug;
  const lines = ['', `  新力现场 Xinli Live  ${app.url}/`];
  if (slug !== undefined) {
    const token = await hostToken(app, slug);
    lines.push(
      `  观众 viewer     ${app.url}/e/${slug}`,
      `  大屏 stage      ${app.url}/stage/${slug}`,
      `  导播台 host     ${app.url}/host/${slug}#token=${token}`,
    );
    // Each pairs one tablet, once; the console makes others.
    lines.push(
      ...judges.map(({ name, code }) => `  评委 judge      ${app.url}/judge/${slug}#${code}  ${name}`),
    );
    const address = networkAddress();
    if (address !== null) {
      const here = `http://${address}:${app.port}`;
      lines.push(
        `  同一网络 from phones in this network  ${here}/e/${slug}`,
        `  大屏二维码请用 for a QR code they can scan  ${here}/stage/${slug}`,
      );
    }
    lines.push(
      '  导播台链接就是钥匙，一周有效 · The host link is a key, good for a week; a restart prints another one.',
    );
  }
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

async function hostToken(app: App, slug: EventSlug): Promise<string> {
  const admin: Actor = { id: ActorId.parse('admin'), role: 'admin', name: 'admin', number: null };
  const input = { role: 'host', name: '主持人', expiresInSeconds: 7 * 86_400 };
  const ack = await app.execute(slug, 'token:create', admin, input);
  return ack.ok ? (ack.data as { token: string }).token : '';
}

/** Where phones in the same network find this machine, if it is in one. */
function networkAddress(): string | null {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;
}

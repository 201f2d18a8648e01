import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A Redis of one's own, with nothing in it, durable: `await using redis = await startRedis()`. */
export type TestRedis = {
  url: string;
  port: number;
  /** On which a cluster's servers talk to each other. */
  busPort: number;
  /** Of the process that runs now. */
  readonly pid: number;
  /** As if the machine had lost its power. */
  kill(): Promise<void>;
  /** Starts it again on the same port with what its disk holds; kills it first when it runs. */
  restart(): Promise<void>;
  /** Stops answering without closing anything, until `thaw`. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

const DURABLE = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
const ATTEMPTS = 5;
const START_MS = 10_000;

/** The program's path, or null when this machine has none. */
export function findRedisServer(): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const program = join(folder, 'redis-server');
    try {
      accessSync(program, constants.X_OK);
      return program;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/** Three servers that make one cluster: `await using cluster = await startRedisCluster()`. */
export async function startRedisCluster(): Promise<
  { url: string; servers: TestRedis[]; stop(): Promise<void> } & AsyncDisposable
> {
  const thirds = ['0 5460', '5461 10922', '10923 16383'];
  const servers = await Promise.all(thirds.map((slots) => startRedis({ isCluster: true, slots })));
  for (const { port, busPort } of servers) {
    await ask(servers[0]?.port ?? 0, `CLUSTER MEET 127.0.0.1 ${port} ${busPort}`);
  }
  for (const { port } of servers) {
    await until(port, () => null, 'CLUSTER INFO', /cluster_state:ok[^]*cluster_known_nodes:3/);
  }
  const stop = async (): Promise<void> => void (await Promise.all(servers.map((server) => server.stop())));
  return {
    url: `redis-cluster://${servers.map(({ port }) => `127.0.0.1:${port}`).join(',')}`,
    servers,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

const ALL_SLOTS = '0 16383';

/** `isCluster`: a cluster of this one server, which refuses commands over keys of different slots; or a part of one. */
export async function startRedis({ isCluster = false, slots = ALL_SLOTS } = {}): Promise<TestRedis> {
  const program = findRedisServer();
  if (program === null)
    throw new Error('redis-server is not installed (Debian: apt-get install redis-server).');
  const folder = mkdtempSync(join(tmpdir(), 'xinli-redis-'));
  const busPort = await freePort();
  const start = (port: number): Promise<ChildProcess> =>
    startServer(program, folder, port, isCluster ? slots : null, busPort);
  const first = await onFreePort(start);
  const { port } = first;
  let { child } = first;

  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
  async function stop(): Promise<void> {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    busPort,
    get pid() {
      return child.pid ?? -1;
    },
    kill,
    async restart() {
      await kill();
      child = await start(port);
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** Another program may take the port between our asking for a free one and Redis binding it: then the next one. */
async function onFreePort(
  start: (port: number) => Promise<ChildProcess>,
): Promise<{ port: number; child: ChildProcess }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { port, child: await start(port) };
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function startServer(
  program: string,
  folder: string,
  port: number,
  slots: string | null,
  busPort: number,
): Promise<ChildProcess> {
  const cluster = slots !== null ? ['--cluster-enabled', 'yes', '--cluster-port', `${busPort}`] : [];
  const child = spawn(
    program,
    ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, ...DURABLE, ...cluster],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', (text) => (output += String(text)));
  let failure: Error | null = null;
  child.once('error', (error) => (failure = error));
  child.once('exit', () => (failure ??= new Error(`redis-server ended before it was ready:\n${output}`)));

  if (slots !== null) {
    await until(port, () => failure, `CLUSTER ADDSLOTSRANGE ${slots}`, /^\+OK|is already busy/);
    if (slots === ALL_SLOTS) await until(port, () => failure, 'CLUSTER INFO', /cluster_state:ok/);
  }
  await until(port, () => failure, 'PING', /^\+PONG/);
  return child;
}

/** Asks until the answer is the expected one. */
async function until(
  port: number,
  failure: () => Error | null,
  question: string,
  expected: RegExp,
): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (!expected.test(await ask(port, question))) {
    const error = failure();
    if (error) throw error;
    if (Date.now() > deadline) throw new Error(`redis-server on ${port} is not ready: ${question}`);
    await delay(10);
  }
}

/** One inline command, and the first packet of the answer; nothing when there is no connection. */
function ask(port: number, question: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${question}\r\n`));
    socket.once('data', (reply) => {
      socket.destroy();
      resolve(String(reply));
    });
    socket.once('error', () => resolve(''));
    socket.once('close', () => resolve(''));
  });
}

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Target } from '../audience/connection.ts';
import { cpuSecondsOf, onCpu, rssKbOf, SERVER_CPU } from './process.ts';

/** A server to be measured beside ours: it sends whatever one client says to all. */
export type Peer = {
  readonly name: PeerName;
  readonly port: number;
  readonly dialect: Target['dialect'];
  readonly path: string;
  cpuSeconds(): number;
  rssKb(): number;
  [Symbol.asyncDispose](): Promise<void>;
};

export type PeerName = 'plain Socket.IO' | 'ws' | 'Nchan' | 'floor';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const NCHAN_MODULE = '/usr/lib/nginx/modules/ngx_nchan_module.so';

/** Starts a peer on the core our server has in its turn; null when the machine has not got what it needs. */
export async function startPeer(name: PeerName, env: Record<string, string> = {}): Promise<Peer | null> {
  const folder = await mkdtemp(join(tmpdir(), 'xinli-peer-'));
  const nchanPort = await freePort();
  const command = await commandOf(name, folder, nchanPort);
  if (command === null) {
    await rm(folder, { recursive: true });
    process.stderr.write(`${name}: not on this machine\n`);
    return null;
  }
  const [file, ...args] = onCpu(SERVER_CPU, command) as [string, ...string[]];
  const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = child.pid as number;
  const port = name === 'Nchan' ? nchanPort : await portOf(child, name);
  if (name === 'Nchan') await untilOpen(port);
  return {
    name,
    port,
    dialect: name === 'plain Socket.IO' ? 'socket.io' : 'ws',
    path: name === 'plain Socket.IO' ? '/socket.io/?EIO=4&transport=websocket' : '/',
    cpuSeconds: () => cpuSecondsOf(pid),
    rssKb: () => rssKbOf(pid),
    async [Symbol.asyncDispose]() {
      const gone = new Promise((resolve) => void child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function commandOf(name: PeerName, folder: string, nchanPort: number): Promise<string[] | null> {
  switch (name) {
    case 'plain Socket.IO':
      return [process.execPath, here('../peers/plain-socket-io.ts')];
    case 'ws':
      return [process.execPath, here('../peers/plain-ws.ts')];
    case 'floor': {
      const file = join(folder, 'floor');
      const built = spawnSync('cc', ['-O2', '-o', file, here('../peers/floor.c')]);
      return built.status === 0 ? [file] : null;
    }
    case 'Nchan': {
      if (spawnSync('nginx', ['-v']).status !== 0 || spawnSync('test', ['-f', NCHAN_MODULE]).status !== 0)
        return null;
      const file = join(folder, 'nginx.conf');
      await writeFile(file, nchanSettings(folder, nchanPort));
      return ['nginx', '-c', file, '-p', folder];
    }
  }
}

/** One process, so that its CPU is in one place; publishing and subscribing through one socket, as the others do. */
const nchanSettings = (folder: string, port: number): string => `
load_module ${NCHAN_MODULE};
daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log; worker_rlimit_nofile 20000;
events { worker_connections 19000; }
http {
  access_log off; client_body_temp_path ${folder}/body;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location / { nchan_pubsub websocket; nchan_channel_id all; nchan_message_buffer_length 1; nchan_subscriber_first_message newest; }
  }
}
`;

const portOf = (child: ChildProcess, name: string): Promise<number> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const port = /port (\d+)/.exec(text)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });

/** nginx cannot be asked to choose a port. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

async function untilOpen(port: number): Promise<void> {
  const isOpen = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isOpen()) return;
    await sleep(50);
  }
  throw new Error('Nchan did not start');
}

import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis } from '../test/redis.ts';
import { startAudience } from './audience/audience.ts';
import { secondsOr, viewersOr } from './lib/options.ts';
import { startPeer } from './lib/peer.ts';
import { cpuSecondsOf, SERVER_CPU } from './lib/process.ts';
import { print, round } from './lib/report.ts';
import { startServer } from './lib/server.ts';
import { togetherOf } from './lib/workers.ts';

/** A process holds 20,000 descriptors on such a machine. */
const PER_PROCESS = 19_000;
/** What a core takes without refusing anybody, also a busy one: how fast they may come is the join suite's affair. */
const JOINS_PER_SECOND = 600;
/** The counter settles, and what joining left behind is collected. */
const SETTLE_MS = 15_000;

type Subject = { port: number; cpuSeconds(): number; rssKb(): number };

/** P5: viewers who only watch: memory and CPU of holding them, heartbeats answered. Many need several workers. */
export async function idle(): Promise<void> {
  const viewers = viewersOr(10_000);
  if (viewers <= PER_PROCESS) {
    {
      await using peer = await startPeer('plain Socket.IO');
      if (peer !== null) await hold('plain Socket.IO', peer, viewers, 1);
    }
    await using server = await startServer({ cpu: SERVER_CPU });
    await hold('xinli', server, viewers, 1);
    return;
  }
  const workers = Math.ceil(viewers / (PER_PROCESS - 500));
  await using redis = await startRedis();
  const env = { XINLI_STORE: 'redis', REDIS_URL: redis.url, XINLI_WORKERS: String(workers) };
  await using server = await startServer({ env });
  const together = await togetherOf(server, workers);
  const before = cpuSecondsOf(redis.pid);
  await hold('xinli redis', { ...together, port: server.port }, viewers, workers);
  process.stderr.write(`Redis: ${round(cpuSecondsOf(redis.pid) - before)} s of CPU in all\n`);
}

async function hold(name: string, subject: Subject, viewers: number, workers: number): Promise<void> {
  const rssBefore = subject.rssKb();
  const dialect = name === 'plain Socket.IO' ? ('socket.io' as const) : ('xinli' as const);
  const processes = Math.ceil(viewers / PER_PROCESS);
  await using audience = startAudience({ port: subject.port, dialect, processes });
  const { joined, refused, reason, seconds: joinSeconds } = await audience.join(viewers, JOINS_PER_SECOND);
  await sleep(SETTLE_MS);
  await audience.clear();
  const cpuBefore = subject.cpuSeconds();
  const startedAt = performance.now();
  await sleep(secondsOr(60) * 1000);
  const seconds = (performance.now() - startedAt) / 1000;
  const cpuSeconds = subject.cpuSeconds() - cpuBefore;
  const { disconnects, frames } = await audience.report();
  const rssKb = subject.rssKb();
  print({
    suite: 'idle',
    subject: name,
    viewers: joined,
    workers,
    refused,
    ...(reason !== '' && { reason }),
    joinSeconds: round(joinSeconds),
    seconds: round(seconds),
    serverCores: round(cpuSeconds / seconds, 3),
    cpuMicrosPerViewerSecond: round((cpuSeconds / seconds / joined) * 1e6, 2),
    framesPerViewer: round(frames / joined, 2),
    rssMb: Math.round(rssKb / 1024),
    rssKbPerViewer: round((rssKb - rssBefore) / joined),
    disconnects,
  });
}

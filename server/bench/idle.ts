import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis } from '../test/redis.ts';
import { startAudience } from './audience/audience.ts';
import { startWatchers, type Watchers } from './audience/watchers.ts';
import { rateOr, secondsOr, viewersOr } from './lib/options.ts';
import { startPeer } from './lib/peer.ts';
import { cpuSecondsOf, SERVER_CPU } from './lib/process.ts';
import { print, round } from './lib/report.ts';
import { startServer } from './lib/server.ts';
import { togetherOf } from './lib/workers.ts';

/** A process holds 20,000 descriptors on such a machine. */
const PER_PROCESS = 19_000;
/** The kernel spreads connections by chance: some workers get a few hundred more than others. */
const PER_WORKER = 18_750;
/** What a core takes without refusing anybody, also a busy one: how fast they may come is the join suite's affair. */
const JOINS_PER_SECOND = 600;
const MANY_PER_SECOND = 2_000;
/** The counter settles, and what joining left behind is collected. */
const SETTLE_MS = 15_000;
const TELL_MS = 20_000;
/** Workers that share their cores with their audience would give up whom they accepted and did not come to read. */
const AT_THE_DOOR = 50;
/** So many processes on one machine cannot each keep 48 MB for what is young. */
const WORKER_OPTIONS = '--max-semi-space-size=4';

type Subject = { port: number; cpuSeconds(): number; rssKb(): number };

/** P5: viewers who only watch: memory and CPU of holding them, heartbeats answered. Many need several workers. */
export async function idle(): Promise<void> {
  const viewers = viewersOr(10_000);
  if (viewers > PER_PROCESS) return holdMany(viewers);
  {
    await using peer = await startPeer('plain Socket.IO');
    if (peer !== null) await hold('plain Socket.IO', peer, viewers);
  }
  await using server = await startServer({ cpu: SERVER_CPU });
  await hold('xinli', server, viewers);
}

async function hold(name: string, subject: Subject, viewers: number): Promise<void> {
  const rssBefore = subject.rssKb();
  const dialect = name === 'plain Socket.IO' ? ('socket.io' as const) : ('xinli' as const);
  await using audience = startAudience({ port: subject.port, dialect });
  const { joined, refused, reason, seconds: joinSeconds } = await audience.join(viewers, JOINS_PER_SECOND);
  await sleep(SETTLE_MS);
  await audience.clear();
  const { seconds, cpuSeconds } = await wait(subject);
  const { disconnects, frames } = await audience.report();
  print({
    suite: 'idle',
    subject: name,
    viewers: joined,
    workers: 1,
    refused,
    ...(reason !== '' && { reason }),
    joinSeconds: round(joinSeconds),
    ...figures(subject, joined, seconds, cpuSeconds, rssBefore),
    framesPerViewer: round(frames / joined, 2),
    disconnects,
  });
}

/** As many workers over Redis as it takes, and an audience that costs next to nothing, all on the machine's cores. */
async function holdMany(viewers: number): Promise<void> {
  const workers = Math.ceil(viewers / PER_WORKER);
  await using redis = await startRedis();
  const env = {
    XINLI_STORE: 'redis',
    REDIS_URL: redis.url,
    XINLI_WORKERS: String(workers),
    NODE_OPTIONS: WORKER_OPTIONS,
  };
  giveWay(redis.pid);
  await using server = await startServer({ env });
  const subject = { ...(await togetherOf(server, workers)), port: server.port };
  const rssBefore = subject.rssKb();
  const freeBefore = availableMb();
  const perSecond = rateOr(MANY_PER_SECOND);
  await using watchers = await startWatchers(server.port, viewers, perSecond, AT_THE_DOOR);
  if (watchers === null) return void process.stderr.write('idle: so many viewers need a C compiler\n');
  const telling = setInterval(() => void tell(watchers, viewers), TELL_MS);
  const came = await watchers.settled((viewers / perSecond) * 4_000 + 60_000);
  clearInterval(telling);
  await sleep(SETTLE_MS);
  const before = await watchers.report();
  const redisBefore = cpuSecondsOf(redis.pid);
  const { seconds, cpuSeconds } = await wait(subject);
  const after = await watchers.report();
  print({
    suite: 'idle',
    subject: 'xinli redis',
    viewers: after.joined,
    workers,
    joinSeconds: round(came.seconds),
    retries: came.retries,
    closedWhileJoining: before.closed,
    framesWhileJoining: round(before.frames / viewers),
    ...figures(subject, after.joined, seconds, cpuSeconds, rssBefore),
    framesPerViewer: round((after.frames - before.frames) / after.joined, 2),
    disconnects: after.closed - before.closed,
    redisCores: round((cpuSecondsOf(redis.pid) - redisBefore) / seconds, 3),
    audienceCores: round((after.cpuSeconds - before.cpuSeconds) / seconds, 3),
    machineMb: Math.round(freeBefore - availableMb()),
  });
}

/** It takes minutes until so many are in. */
async function tell(watchers: Watchers, viewers: number): Promise<void> {
  const { joined, retries } = await watchers.report();
  process.stderr.write(`idle: ${joined} of ${viewers} are in, ${retries} came again\n`);
}

async function wait(subject: Subject): Promise<{ seconds: number; cpuSeconds: number }> {
  const cpuBefore = subject.cpuSeconds();
  const startedAt = performance.now();
  await sleep(secondsOr(60) * 1000);
  return {
    seconds: (performance.now() - startedAt) / 1000,
    cpuSeconds: subject.cpuSeconds() - cpuBefore,
  };
}

function figures(
  subject: Subject,
  joined: number,
  seconds: number,
  cpuSeconds: number,
  rssBefore: number,
): Record<string, number> {
  const rssKb = subject.rssKb();
  return {
    seconds: round(seconds),
    serverCores: round(cpuSeconds / seconds, 3),
    cpuMicrosPerViewerSecond: round((cpuSeconds / seconds / joined) * 1e6, 2),
    rssMb: Math.round(rssKb / 1024),
    rssKbPerViewer: round((rssKb - rssBefore) / joined),
    rssKbPerViewerWithProcess: round(rssKb / joined),
  };
}

/** With many processes on two cores Redis would wait for its turn; elsewhere it has a core of its own. */
function giveWay(pid: number): void {
  try {
    setPriority(pid, -15);
  } catch {
    process.stderr.write(
      'idle: Redis waits its turn like everybody else, as its priority cannot be raised\n',
    );
  }
}

/** What the machine has left, both ends of all sockets in the kernel among it. */
const availableMb = (): number =>
  Number(/MemAvailable:\s+(\d+)/.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]) / 1024;

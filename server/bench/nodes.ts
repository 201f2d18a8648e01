import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis } from '../test/redis.ts';
import { startAudience } from './audience/audience.ts';
import { secondsOr, viewersOr } from './lib/options.ts';
import type { Subject } from './lib/fan-out.ts';
import { type Peer, startPeer } from './lib/peer.ts';
import { cpuSecondsOf, SERVER_CPU } from './lib/process.ts';
import { print, round } from './lib/report.ts';
import { type BenchServer, startServer } from './lib/server.ts';

const COMMENTS_PER_SECOND = 40;
/** Enough that the clock's hundredths of a second do not decide. */
const HEARING_PER_SECOND = 100;
const SPEAKERS = 500;
/** What runs four times a second is compiled late, and the first full collection of garbage comes after a minute: a node just started is no node of an evening. */
const HEARING_WARM_UP_MS = 90_000;

/** One of the readings, for the plot. */
export type NodesReading = { nodes: number; cpuMicrosPerComment: number; redisCores: number };

/**
 * P9: the same rate of comments on 1, 2 and 4 nodes, each with as many viewers: what a node more costs. Then what a node
 * pays for a comment that another one took in, beside Socket.IO with its classic adapter.
 */
export async function nodes(): Promise<NodesReading[]> {
  const viewers = viewersOr(1_000);
  const readings: NodesReading[] = [];
  for (const count of [1, 2, 4]) readings.push(await measureNodes(count, viewers, readings[0]));
  await measureHearing();
  return readings;
}

async function measureNodes(count: number, viewers: number, alone?: NodesReading): Promise<NodesReading> {
  await using redis = await startRedis();
  await using opened = new AsyncDisposableStack();
  const servers = await startNodes(count, redis.url, opened);
  const crowds = servers.map((server) => opened.use(startAudience(server)));
  for (const crowd of crowds) await crowd.join(viewers, 1_000);
  for (const crowd of crowds) await crowd.talk({ kind: 'comment' }, COMMENTS_PER_SECOND / count);
  await sleep(5_000);
  for (const crowd of crowds) await crowd.clear();
  const cpu = (): number => servers.reduce((sum, server) => sum + server.cpuSeconds(), 0);
  const [before, redisBefore] = [cpu(), cpuSecondsOf(redis.pid)];
  await sleep(secondsOr(20) * 1000);
  const [cpuSeconds, redisSeconds] = [cpu() - before, cpuSecondsOf(redis.pid) - redisBefore];
  const heard = await Promise.all(crowds.map((crowd) => crowd.report()));
  const total = (of: (one: (typeof heard)[number]) => number): number =>
    heard.reduce((sum, one) => sum + of(one), 0);
  const { seconds = 1 } = heard[0] ?? {};
  const comments = total((one) => one.comments);
  const cpuMicrosPerComment = (cpuSeconds / comments) * 1e6;
  const redisCores = redisSeconds / seconds;
  print({
    suite: 'nodes',
    subject: 'xinli redis',
    nodes: count,
    viewers: viewers * count,
    commentsPerSecond: round(comments / (viewers * count) / seconds),
    framesPerSecond: round(total((one) => one.frames) / (viewers * count) / seconds, 2),
    serverCores: round(cpuSeconds / seconds, 3),
    cpuMicrosPerComment: round(cpuMicrosPerComment, 3),
    ratioToOneNode: round(cpuMicrosPerComment / (alone?.cpuMicrosPerComment ?? cpuMicrosPerComment), 2),
    redisCores: round(redisCores, 4),
    p99Ms: Math.max(...heard.map((one) => one.p99Ms)),
    disconnects: total((one) => one.disconnects),
  });
  return { nodes: count, cpuMicrosPerComment, redisCores };
}

async function startNodes(
  count: number,
  redisUrl: string,
  opened: AsyncDisposableStack,
): Promise<BenchServer[]> {
  const servers: BenchServer[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const dataFolder = servers[0]?.dataFolder;
    const server = await startServer({
      cpu: SERVER_CPU,
      env: { XINLI_STORE: 'redis', REDIS_URL: redisUrl },
      ...(dataFolder !== undefined && { dataFolder }),
    });
    servers.push(opened.use(server));
  }
  return servers;
}

/** On one node somebody speaks, on the other a single viewer listens: what the second node pays per comment. */
async function measureHearing(): Promise<void> {
  const speak = async (from: Subject, to: Subject): Promise<number> => {
    await using speakers = startAudience(from);
    await using listener = startAudience(to);
    await speakers.join(SPEAKERS, 500);
    await listener.join(1);
    await speakers.talk({ kind: 'comment' }, HEARING_PER_SECOND);
    await sleep(HEARING_WARM_UP_MS);
    const { said: saidBefore } = await speakers.report();
    const busy = await cpuOver(to, secondsOr(40));
    const said = (await speakers.report()).said - saidBefore;
    await speakers.hush();
    await sleep(2_000);
    const idle = await cpuOver(to, secondsOr(40));
    return ((busy - idle) / said) * 1e6;
  };
  await using redis = await startRedis();
  await using opened = new AsyncDisposableStack();
  const peers: Peer[] = [];
  for (let turn = 0; turn < 2; turn += 1) {
    const peer = await startPeer('plain Socket.IO', { REDIS_URL: redis.url });
    if (peer !== null) peers.push(opened.use(peer));
  }
  const classic = await speak(peers[0] as Peer, peers[1] as Peer);
  const [speaking, hearing] = await startNodes(2, redis.url, opened);
  const ours = await speak(speaking as BenchServer, hearing as BenchServer);
  const figures = { commentsPerSecond: HEARING_PER_SECOND };
  print({ suite: 'nodes', subject: 'Socket.IO, classic adapter', ...figures, hearingMicros: round(classic) });
  const ratioToClassic = round(ours / classic, 2);
  print({ suite: 'nodes', subject: 'xinli redis', ...figures, hearingMicros: round(ours), ratioToClassic });
}

async function cpuOver(subject: Subject, seconds: number): Promise<number> {
  const before = subject.cpuSeconds();
  await sleep(seconds * 1000);
  return subject.cpuSeconds() - before;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis } from '../test/redis.ts';
import { startAudience } from './audience/audience.ts';
import { secondsOr, viewersOr } from './lib/options.ts';
import type { Subject } from './lib/fan-out.ts';
import { type Peer, startPeer } from './lib/peer.ts';
import { cpuSecondsOf, SERVER_CPU } from './lib/process.ts';
import { percentile, print, round } from './lib/report.ts';
import { type BenchServer, startServer } from './lib/server.ts';

const COMMENTS_PER_SECOND = 40;
const HEARING_PER_SECOND = 100;
const SPEAKERS = 500;
/**
 * Speaking and silence take turns, and the median of what each pair differs by is taken: a node at rest wakes twenty
 * times a second as well, and a full collection of garbage in one window is more than all that is heard in it. The first
 * pairs do not count, as what runs four times a second is compiled late.
 */
const PAIRS = { toWarm: 3, counted: 7 };
const SETTLED_MS = 2_000;

/** One of the readings, for the plot. */
export type NodesReading = { nodes: number; cpuMicrosPerComment: number; redisCores: number };

/**
 * P9: the same rate of comments on 1, 2 and 4 nodes, each with as many viewers: what a node more costs. Then what a node
 * pays for a comment that another one took in, beside Socket.IO with its classic adapter.
 */
export async function nodes(): Promise<void> {
  await byNodes();
  await measureHearing();
}

/** The first half of it: what a node more costs. */
export async function byNodes(): Promise<NodesReading[]> {
  const viewers = viewersOr(1_000);
  const readings: NodesReading[] = [];
  for (const count of [1, 2, 4]) readings.push(await measureNodes(count, viewers, readings[0]));
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
    const seconds = secondsOr(20) / 2;
    const differences: number[] = [];
    for (let pair = 0; pair < PAIRS.toWarm + PAIRS.counted; pair += 1) {
      await speakers.talk({ kind: 'comment' }, HEARING_PER_SECOND);
      await sleep(SETTLED_MS);
      const { said: before } = await speakers.report();
      const busy = await cpuOver(to, seconds);
      const { said } = await speakers.report();
      await speakers.hush();
      await sleep(SETTLED_MS);
      differences.push((busy - (await cpuOver(to, seconds))) / (said - before));
    }
    return percentile(differences.slice(PAIRS.toWarm), 0.5) * 1e6;
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

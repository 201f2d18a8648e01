import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis } from '../test/redis.ts';
import { startAudience } from './audience/audience.ts';
import { secondsOr, viewersOr } from './lib/options.ts';
import { cpuSecondsOf, SERVER_CPU } from './lib/process.ts';
import { print, round } from './lib/report.ts';
import { type BenchServer, startServer } from './lib/server.ts';

const COMMENTS_PER_SECOND = 40;
/** What one comment costs @socket.io/redis-adapter (the classic one) on the node that sends it, and on every node. */
const CLASSIC_MICROS = { publish: 27, receive: 16 };

/** P9: the same rate of comments on 1, 2 and 4 nodes, each with as many viewers: what a node more costs. */
export async function nodes(): Promise<void> {
  const viewers = viewersOr(2_000);
  let alone: number | null = null;
  for (const count of [1, 2, 4]) {
    await using redis = await startRedis();
    await using opened = new AsyncDisposableStack();
    const servers: BenchServer[] = [];
    for (let turn = 0; turn < count; turn += 1) {
      const env = { XINLI_STORE: 'redis', REDIS_URL: redis.url };
      const dataFolder = servers[0]?.dataFolder;
      const server = await startServer({
        cpu: SERVER_CPU,
        env,
        ...(dataFolder !== undefined && { dataFolder }),
      });
      servers.push(opened.use(server));
    }
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
    const perDelivery = (cpuSeconds / comments) * 1e6;
    alone ??= perDelivery;
    const said = COMMENTS_PER_SECOND * seconds;
    print({
      suite: 'nodes',
      subject: 'xinli redis',
      nodes: count,
      viewers: viewers * count,
      commentsPerSecond: round(comments / (viewers * count) / seconds),
      framesPerSecond: round(total((one) => one.frames) / (viewers * count) / seconds, 2),
      serverCores: round(cpuSeconds / seconds, 3),
      cpuMicrosPerComment: round(perDelivery, 3),
      ratioToOneNode: round(perDelivery / alone, 2),
      redisCores: round(redisSeconds / seconds, 4),
      redisMicrosPerCommentSaid: round((redisSeconds / said) * 1e6),
      classicAdapterMicrosPerComment: CLASSIC_MICROS.publish + CLASSIC_MICROS.receive * count,
      p99Ms: Math.max(...heard.map((one) => one.p99Ms)),
      disconnects: total((one) => one.disconnects),
    });
  }
}

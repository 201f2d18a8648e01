import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis, type TestRedis } from '../test/redis.ts';
import { secondsOr } from './lib/options.ts';
import { cpuSecondsOf, SERVER_CPU } from './lib/process.ts';
import { print, round } from './lib/report.ts';
import { type BenchServer, startServer } from './lib/server.ts';
import { joinMany, joinRaw, type RawViewer } from './lib/viewer.ts';

const EVENTS = 1_000;
const VIEWERS = 10;
/** Each event hears one comment in this time. */
const EVERY_SECONDS = 10;
const AT_ONCE = 40;
const QUIET_SECONDS = 20;

/** P10: 1,000 small events at once; then the same with nobody in them, when they must cost nothing. */
export async function rooms(): Promise<void> {
  await using redis = await startRedis();
  await using embedded = await startServer({ cpu: SERVER_CPU });
  const env = { XINLI_STORE: 'redis', REDIS_URL: redis.url };
  await using shared = await startServer({ cpu: SERVER_CPU, env });
  const ofEmbedded = await measureBusy(embedded);
  const ofShared = await measureBusy(shared, redis);

  await sleep(80_000); // events without an audience are closed within that
  const cpu = (): number[] => [embedded.cpuSeconds(), shared.cpuSeconds(), cpuSecondsOf(redis.pid)];
  const before = cpu();
  await sleep(QUIET_SECONDS * 1000);
  const [emptyEmbedded = NaN, emptyShared = NaN, emptyRedis = NaN] = cpu().map((now, index) =>
    round((now - (before[index] ?? NaN)) / QUIET_SECONDS, 4),
  );
  print({ suite: 'rooms', subject: 'xinli embedded', ...ofEmbedded, emptyServerCores: emptyEmbedded });
  print({
    suite: 'rooms',
    subject: 'xinli redis',
    ...ofShared,
    emptyServerCores: emptyShared,
    emptyRedisCores: emptyRedis,
  });
}

async function measureBusy(server: BenchServer, redis?: TestRedis): Promise<Record<string, number>> {
  const slugs = Array.from({ length: EVENTS }, (_, index) => `room-${index}`);
  await joinMany(EVENTS, (index) => {
    const slug = slugs[index] as string;
    const input = { title: slug, status: 'live' };
    return server.post(`/events/${slug}/commands`, { command: 'event:create', input: { slug, ...input } });
  });
  let frames = 0;
  const viewers = await joinMany(
    EVENTS * VIEWERS,
    (index) =>
      joinRaw({
        port: server.port,
        event: slugs[index % EVENTS] as string,
        onFrame: () => void (frames += 1),
      }),
    AT_ONCE,
  );
  await sleep(8_000);

  const seconds = secondsOr(30);
  const storeCpu = (): number => (redis ? cpuSecondsOf(redis.pid) : 0);
  const [cpu, store, before] = [server.cpuSeconds(), storeCpu(), frames];
  const startedAt = performance.now();
  const rate = EVENTS / EVERY_SECONDS;
  let [said, refused] = [0, 0];
  const answers: Promise<void>[] = [];
  while (performance.now() - startedAt < seconds * 1000) {
    for (; said < ((performance.now() - startedAt) / 1000) * rate; said += 1) {
      const viewer = viewers[said % viewers.length] as RawViewer;
      const answer = viewer.send('comment:post', { text: `第${said}条` });
      answers.push(answer.then(({ ok }) => void (refused += ok ? 0 : 1)));
    }
    await sleep(5);
  }
  const [busy, busyStore, heard] = [server.cpuSeconds() - cpu, storeCpu() - store, frames - before];
  await Promise.all(answers);
  for (const viewer of viewers) viewer.close();
  return {
    events: EVENTS,
    viewers: EVENTS * VIEWERS,
    seconds,
    commentsPerSecond: round(said / seconds),
    refused,
    framesPerSecond: round(heard / seconds / viewers.length, 2),
    serverCores: round(busy / seconds, 3),
    rssMb: Math.round(server.rssKb() / 1024),
    ...(redis && { redisCores: round(busyStore / seconds, 3) }),
  };
}

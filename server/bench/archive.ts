import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActorId, CommentId, EventSlug } from '#shared/model/ids.ts';
import { openRedisStore } from '../store/redis/open.ts';
import { startRedis } from '../test/redis.ts';
import { cpuSecondsOf } from './lib/process.ts';
import { viewersOr } from './lib/options.ts';
import { print, round } from './lib/report.ts';

const AT_ONCE = 400;
const READINGS = 10;
const event = EventSlug.parse('mega');

/** A million comments through the store: what Redis holds on the way, what lies in the archive, and that all are found. */
export async function archive(): Promise<void> {
  const count = viewersOr(1_000_000);
  await using redis = await startRedis();
  const folder = await mkdtemp(join(tmpdir(), 'xinli-archive-'));
  const options = { url: redis.url, prefix: 'bench:', visitGapMs: 1_800_000, archiveFolder: folder };
  const { store, redis: clients } = await openRedisStore(options);
  const usedMb = async (): Promise<number> =>
    Number(/used_memory:(\d+)/.exec(await clients.write.info('memory'))?.[1]) / 2 ** 20;

  const startedAt = performance.now();
  const curve: number[] = [];
  let sent = 0;
  const post = async (): Promise<void> => {
    while (sent < count) {
      sent += 1;
      const n = sent;
      if (n % Math.ceil(count / READINGS) === 0) curve.push(round(await usedMb()));
      await store.addComment(event, commentOf(n), null);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, post));
  const seconds = (performance.now() - startedAt) / 1000;
  const redisCpu = cpuSecondsOf(redis.pid);

  const readAt = performance.now();
  let found = 0;
  for (let after = 0; ;) {
    const page = await store.listComments(event, { order: 'oldest', after, limit: 500 });
    for (const { position } of page) if (position === found + 1) found += 1;
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.position;
  }
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  print({
    suite: 'archive',
    subject: 'xinli redis',
    comments: count,
    seconds: round(seconds),
    commentsPerSecond: Math.round(count / seconds),
    redisMicrosPerComment: round((redisCpu / count) * 1e6),
    redisMbAtTenths: curve.join(' '),
    segments: names.filter((name) => name.endsWith('.gz')).length,
    archiveMb: round(sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20),
    foundInOrder: found,
    readAllSeconds: round((performance.now() - readAt) / 1000),
  });
  await store.close();
  await rm(folder, { recursive: true });
  if (found !== count) process.exitCode = 1;
}

const commentOf = (n: number) => ({
  comment: {
    id: CommentId.parse(`comment-${n}-${Math.random().toString(36).slice(2, 12)}`),
    text: `今晚的节目真好看，为第 ${n % 97} 号选手加油！`,
    at: 1_790_000_000_000 + n * 2,
    author: { id: ActorId.parse(`v${n % 50_000}`), name: `观众${n % 50_000}`, role: 'viewer' as const },
  },
  review: null,
  status: 'shown' as const,
  commandId: `c${n}`,
  inputHash: 'x'.repeat(43),
});

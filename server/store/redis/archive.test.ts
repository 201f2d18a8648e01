import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Comment } from '#shared/model/comment.ts';
import { findRedisServer, startRedis, type TestRedis } from '../../test/redis.ts';
import { appendNext, commentOf, gala, pulseOf } from '../contract/samples.ts';
import type { Store } from '../store.ts';
import { openRedisStore } from './open.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const isMissing = findRedisServer() === null && !process.env.CI;
const sizes = { keep: 20, segment: 10 };
const COUNT = 200;

let redis: TestRedis;
let folder: string;
const options = (prefix: string) => ({
  url: redis.url,
  prefix,
  visitGapMs: 1_000,
  archiveFolder: folder,
  archiveSizes: sizes,
});

/** Comments of two nodes that post at once. */
async function fill(one: Store, two: Store): Promise<Comment[]> {
  const added: Comment[] = [];
  for (let n = 1; n <= COUNT; n += 2) {
    const pair = [commentOf(`v${n}`, `${n}`), commentOf(`v${n + 1}`, `${n + 1}`)];
    await Promise.all(pair.map((comment, index) => (index ? two : one).addComment(gala, comment, null)));
    added.push(...pair.map(({ comment }) => comment));
  }
  return added;
}

describe.skipIf(isMissing)('the archive', () => {
  beforeAll(async () => {
    redis = await startRedis();
    folder = await mkdtemp(join(tmpdir(), 'xinli-archive-'));
  });
  afterAll(async () => {
    await redis.stop();
    rmSync(folder, { recursive: true });
  });

  test('two nodes move comments out of Redis once, whole and in order, and both still find all of them', async () => {
    const prefix = `test-${randomUUID()}:`;
    const nodes = [await openRedisStore(options(prefix)), await openRedisStore(options(prefix))];
    const [one, two] = nodes.map(({ store }) => store) as [Store, Store];
    const { write } = nodes[0]?.redis ?? {};
    if (write === undefined) throw new Error('Two nodes were opened.');
    const added = await fill(one, two);
    const hot = async (): Promise<number> => write.llen(`${prefix}{gala}:positions`);
    for (let left = 500; (await hot()) >= sizes.keep + sizes.segment * 2 && left > 0; left -= 1)
      await delay(10);
    expect(await hot()).toBeLessThan(sizes.keep + sizes.segment * 2);
    expect(await write.hlen(`${prefix}{gala}:comments`)).toBe(await hot());

    for (const store of [one, two]) {
      const all = await store.listComments(gala, { order: 'oldest', limit: 1_000 });
      expect(all.map(({ position }) => position)).toEqual(
        Array.from({ length: COUNT }, (_, index) => index + 1),
      );
      expect(new Set(all.map(({ comment }) => comment.id))).toEqual(new Set(added.map(({ id }) => id)));
      const back = await store.listComments(gala, { order: 'newest', limit: 1_000, status: 'shown' });
      expect(back).toEqual(all.toReversed());
    }
    expect((await two.pulse(gala, pulseOf())).viewers.comments).toBe(COUNT);

    const [oldest] = added;
    if (oldest === undefined) throw new Error('Comments were added.');
    await appendNext(one, { comments: [{ id: oldest.id, status: 'hidden' }] });
    expect(await two.findComment(gala, oldest.id)).toMatchObject({ comment: oldest, status: 'hidden' });
    const hidden = await two.listComments(gala, { order: 'newest', limit: 5, status: 'hidden' });
    expect(hidden.map(({ comment }) => comment.id)).toEqual([oldest.id]);

    const [segments = ''] = readdirSync(folder);
    expect(readdirSync(join(folder, segments)).every((name) => name.endsWith('.ndjson.gz'))).toBe(true);
    rmSync(join(folder, segments), { recursive: true });
    const fresh = await openRedisStore(options(prefix));
    await expect(fresh.store.listComments(gala, { order: 'oldest', limit: 5 })).rejects.toThrow(
      'the archive has no',
    );
    for (const { store } of [...nodes, fresh]) await store.close();
  });

  test('what waited while its segment was written is listed under what became of it', async () => {
    const prefix = `test-${randomUUID()}:`;
    const { store, redis: clients } = await openRedisStore(options(prefix));
    const review = { words: [], isFirst: false, dueAt: 0 };
    await store.addComment(gala, commentOf('v1', 'delayed', { status: 'delayed', review }), null);
    const held = commentOf('v2', 'held', { status: 'held', review });
    await store.addComment(gala, held, null);
    await fill(store, store);
    while (Number(await clients?.write.hget(`${prefix}{gala}:archive`, 'upTo')) < sizes.segment)
      await delay(5);

    expect((await store.releaseComments(gala, 5)).map(({ text }) => text)).toEqual(['delayed']);
    await appendNext(store, { comments: [{ id: held.comment.id, status: 'shown' }] });
    const first = await store.listComments(gala, { order: 'oldest', limit: 3, status: 'shown' });
    expect(first.map(({ comment }) => comment.text)).toEqual(['delayed', 'held', '1']);
    const last = await store.listComments(gala, { order: 'newest', limit: 1_000, status: 'shown' });
    expect(last.slice(-3).map(({ comment }) => comment.text)).toEqual(['1', 'held', 'delayed']);
    await store.close();
  });
});

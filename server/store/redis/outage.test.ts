import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { findRedisServer, startRedis, type TestRedis } from '../../test/redis.ts';
import { patience } from '../contract/engine.ts';
import { commentOf, gala, openBox, pulseOf } from '../contract/samples.ts';
import type { BusMessage, Store } from '../store.ts';
import { openRedisStore } from './open.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
const isMissing = findRedisServer() === null && !process.env.CI;
const unavailable = { name: 'StoreUnavailable' };
const vote = (pollId: Awaited<ReturnType<typeof openBox>>, viewer = 1) => [{ pollId, viewer, choice: [0] }];

describe.skipIf(isMissing)('redis in trouble', () => {
  let redis: TestRedis;
  let admin: Redis;
  beforeAll(async () => void (redis = await startRedis()));
  afterAll(() => redis.stop());
  beforeEach(() => {
    admin = new Redis(redis.url);
    admin.on('error', () => {
      // The server goes away in some of these tests.
    });
    return () => admin.disconnect();
  });

  async function open(url = redis.url) {
    const opened = await openRedisStore({
      url,
      prefix: `${randomUUID()}:`,
      visitGapMs: 1_000,
      archiveFolder: tmpdir(),
    });
    onTestFinished(() => opened.store.close());
    return opened;
  }

  const works = (store: Store) =>
    expect.poll(() => store.check().then(() => 'works', String), patience).toBe('works');

  test('an address where no Redis answers is refused at once, with the reason', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await expect(open(`redis://127.0.0.1:${port}`)).rejects.toThrow('ECONNREFUSED');
  });

  test('kill -9 loses no acknowledged ballot, and the same client goes on', async () => {
    const { store } = await open();
    const poll = await openBox(store);
    const acknowledged = new Set<number>();
    let viewer = 0;
    const voting = async (): Promise<void> => {
      for (;;) {
        viewer += 1;
        const mine = viewer;
        await store.castBallots(gala, vote(poll, mine));
        acknowledged.add(mine);
      }
    };
    const voters = Array.from({ length: 20 }, () => expect(voting()).rejects.toMatchObject(unavailable));
    await expect.poll(() => acknowledged.size, patience).toBeGreaterThan(2_000);
    await redis.kill();
    await Promise.all(voters);
    await expect(store.castBallots(gala, vote(poll))).rejects.toMatchObject(unavailable);
    await redis.restart();
    await works(store);

    const again = [...acknowledged].flatMap((number) => vote(poll, number));
    const outcomes = await store.castBallots(gala, again);
    expect(outcomes.filter(({ status }) => status !== 'repeat')).toEqual([]);
    const tally = (await store.readTallies(gala, [poll])).get(poll);
    expect(tally?.ballots).toBeGreaterThanOrEqual(acknowledged.size);
    expect(tally?.counts[0]).toBe(tally?.ballots);
  });

  test('a Redis that stops answering is unavailable, and works again when it answers', async () => {
    const { store } = await open();
    const poll = await openBox(store);
    redis.freeze();
    const refused = [
      store.check(),
      store.castBallots(gala, vote(poll)),
      store.addComment(gala, commentOf('v1', 'hi'), null),
      store.readLog(gala, 0),
      store.listEvents(),
      store.readTallies(gala, [poll]),
      store.reserveViewers(gala, 1),
      store.pulse(gala, pulseOf()),
    ].map((operation) => expect(operation).rejects.toMatchObject(unavailable));
    await Promise.all(refused).finally(() => redis.thaw());
    await works(store);
    expect(await store.castBallots(gala, vote(poll))).toHaveLength(1);
  });

  test('a command whose answer is lost is not sent again behind the caller’s back', async () => {
    const proxy = await startProxy(redis.port);
    const { store } = await open(proxy.url);
    await store.reserveViewers(gala, 1);
    proxy.cutNextAnswer();
    await expect(store.reserveViewers(gala, 10)).rejects.toMatchObject(unavailable);
    await works(store);
    expect(await store.reserveViewers(gala, 1)).toBe(12);
  });

  test('scripts are loaded again when Redis has forgotten them', async () => {
    const { store } = await open();
    const poll = await openBox(store);
    await store.castBallots(gala, vote(poll));
    await admin.script('FLUSH');
    expect(await store.castBallots(gala, vote(poll))).toEqual([{ status: 'repeat', choice: [0] }]);
  });

  test.each([
    ['is out of memory', ['maxmemory', '1mb'], ['maxmemory', '0']],
    ['has too few replicas', ['min-replicas-to-write', '1'], ['min-replicas-to-write', '0']],
  ])('one that %s takes no writes, still reads, and recovers', async (_, [name, value], [, normal]) => {
    const { store } = await open();
    const poll = await openBox(store);
    await admin.config('SET', String(name), String(value));
    const refused = await Promise.allSettled([store.check(), store.castBallots(gala, vote(poll))]);
    const read = await store.readTallies(gala, [poll]);
    await admin.config('SET', String(name), String(normal));
    expect(refused).toMatchObject([{ reason: unavailable }, { reason: unavailable }]);
    expect(read.get(poll)?.ballots).toBe(0);
    expect(await store.castBallots(gala, vote(poll))).toEqual([{ status: 'cast', choice: [0] }]);
  });

  test('one that became a replica takes no writes', async () => {
    const { store } = await open();
    const poll = await openBox(store);
    await admin.replicaof('127.0.0.1', 1);
    await expect(store.castBallots(gala, vote(poll))).rejects.toMatchObject(unavailable);
    await admin.replicaof('NO', 'ONE');
    await works(store);
    expect(await store.castBallots(gala, vote(poll))).toEqual([{ status: 'cast', choice: [0] }]);
  });

  test('one that is busy with someone’s script is unavailable until it is done', async () => {
    const { store } = await open();
    await admin.config('SET', 'busy-reply-threshold', '10');
    const other = admin.duplicate();
    onTestFinished(() => other.disconnect());
    const endless = other.eval('while true do end', 0).catch(String);
    await expect
      .poll(() => store.check().catch((error: unknown) => error), patience)
      .toMatchObject(unavailable);
    await expect.poll(() => admin.script('KILL').catch(String), patience).toBe('OK');
    expect(await endless).toContain('killed');
    await works(store);
  });

  test('subscriptions come back after the connection was lost', async () => {
    const node = await open();
    const heard: BusMessage[] = [];
    await node.bus.subscribe(gala, (message) => heard.push(message));
    const lost = once(node.redis.subscriber, 'close');
    await admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await lost;
    await expect
      .poll(() => {
        node.bus.publish(gala, {
          kind: 'comments',
          from: 'a',
          turn: 'alone',
          sample: { accepted: 1, drawn: [] },
        });
        return heard.length;
      }, patience)
      .toBeGreaterThan(0);
  });
});

/** Between a store and its Redis; can swallow an answer and cut the line in its place. */
async function startProxy(port: number): Promise<{ url: string; cutNextAnswer(): void }> {
  let isCutting = false;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    near.pipe(far);
    far.on('data', (answer) => {
      if (!isCutting) return void near.write(answer);
      isCutting = false;
      near.destroy();
      far.destroy();
    });
    const end = (): void => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on('error', end).on('close', end);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port: proxyPort } = server.address() as AddressInfo;
  return { url: `redis://127.0.0.1:${proxyPort}`, cutNextAnswer: () => void (isCutting = true) };
}

import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createWriteQueue } from './write-queue.ts';

function openQueue() {
  const database = new DatabaseSync(':memory:');
  database.exec('create table notes (id integer primary key, text text not null) strict');
  onTestFinished(() => database.close());
  const insert = database.prepare('insert into notes (id, text) values (?, ?)');
  const ids = () =>
    database
      .prepare('select id from notes order by id')
      .all()
      .map(({ id }) => id);
  return {
    database,
    ids,
    add: (id: number, text = '') => insert.run(id, text),
    queue: createWriteQueue(database),
  };
}

test('operations that wait together are committed together, in order', async () => {
  const { ids, add, queue, database } = openQueue();
  const seen: unknown[] = [];
  const writes = [1, 2, 3].map((id) =>
    queue.write(() => {
      add(id);
      seen.push(database.isTransaction);
      return id;
    }),
  );
  expect(ids()).toEqual([]);
  expect(await Promise.all(writes)).toEqual([1, 2, 3]);
  expect(seen).toEqual([true, true, true]);
  expect(ids()).toEqual([1, 2, 3]);
});

test('what waits for company is committed at once when somebody is in a hurry', async () => {
  const { ids, add, queue } = openQueue();
  queue.hurry(); // nothing waits
  await queue.write(() => void add(1));
  const second = queue.write(() => add(2));
  const third = queue.write(() => add(3));
  queue.hurry();
  expect(ids()).toEqual([1, 2, 3]);
  await Promise.all([second, third, queue.write(() => void add(4))]);
  expect(ids()).toEqual([1, 2, 3, 4]);
});

test('where somebody hurries again and again the others wait for the next hurry, for a while', async () => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'performance'],
  });
  onTestFinished(() => void vi.useRealTimers());
  const { ids, add, queue } = openQueue();
  let next = 1;
  const write = (): void => void queue.write(() => void add(next++));
  for (let hurries = 0; hurries < 2; hurries += 1) {
    await vi.advanceTimersByTimeAsync(30);
    write();
    queue.hurry();
  }
  write();
  await vi.advanceTimersByTimeAsync(30);
  expect(ids()).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(10);
  expect(ids()).toHaveLength(3);
  for (let alone = 0; alone < 50; alone += 1) {
    write();
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(ids()).toHaveLength(53);
  write();
  await vi.advanceTimersByTimeAsync(0);
  write(); // right behind a commit
  await vi.advanceTimersByTimeAsync(3);
  expect(ids()).toHaveLength(55);
});

test('an operation that throws is undone alone', async () => {
  const { ids, add, queue } = openQueue();
  const results = await Promise.allSettled([
    queue.write(() => void add(1)),
    queue.write(() => {
      add(2);
      throw new Error('changed its mind');
    }),
    queue.write(() => {
      add(3);
      add(1);
    }),
    queue.write(() => void add(4)),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
  expect(results[1]).toMatchObject({ reason: { message: 'changed its mind' } });
  expect(ids()).toEqual([1, 4]);
});

test('a full disk refuses what does not fit, keeps what was acknowledged, and takes more when there is room', async () => {
  const { database, ids, add, queue } = openQueue();
  await queue.write(() => void add(1));
  database.exec('pragma max_page_count = 3');
  const tooLarge = 'x'.repeat(100_000);
  const [batch] = await Promise.allSettled([
    queue.write(() => void add(2, tooLarge)),
    queue.write(() => void add(3)),
  ]);
  expect(batch).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } });
  expect(database.isTransaction).toBe(false);
  expect(ids()).not.toContain(2);

  database.exec('pragma max_page_count = 1000');
  await queue.write(() => void add(4, tooLarge));
  expect(ids()).toContain(1);
  expect(ids()).toContain(4);
});

test('a queue that closes commits what waits and takes no more', async () => {
  const { ids, add, queue } = openQueue();
  const write = queue.write(() => void add(1));
  queue.close();
  await write;
  expect(ids()).toEqual([1]);
  await expect(queue.write(() => void add(2))).rejects.toMatchObject({ name: 'StoreUnavailable' });
});

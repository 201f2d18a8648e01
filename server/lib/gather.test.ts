import { describe, expect, test, vi } from 'vitest';
import { gather, inParts } from './gather.ts';

/** Gathers numbers to be doubled, and notes the batches; 13 brings bad luck to all of its batch. */
function noted() {
  const batches: [key: string, items: readonly number[]][] = [];
  const { add: double, hurry } = gather(async (key: string, items: readonly number[]) => {
    batches.push([key, items]);
    if (items.includes(13)) throw new Error('no luck');
    return items.map((item) => item * 2);
  });
  return { batches, double, hurry };
}

describe('gathering', () => {
  test('the first waits for no company, those who come soon after it go together, each with their own answer', async () => {
    const { batches, double } = noted();
    expect(await double('gala', 1)).toBe(2);
    const answers = await Promise.all([2, 3, 4].map(async (item) => double('gala', item)));
    expect(answers).toEqual([4, 6, 8]);
    expect(batches).toEqual([
      ['gala', [1]],
      ['gala', [2, 3, 4]],
    ]);
  });

  test('what belongs to different keys is never done together', async () => {
    const { batches, double } = noted();
    expect(await Promise.all([double('gala', 1), double('contest', 2), double('gala', 3)])).toEqual([
      2, 4, 6,
    ]);
    expect(batches).toEqual([
      ['gala', [1, 3]],
      ['contest', [2]],
    ]);
  });

  test('no batch is larger than wanted, and a full one waits for nobody', async () => {
    const batches: number[] = [];
    const { add: count } = gather(
      async (_: string, items: readonly number[]) => {
        batches.push(items.length);
        return items;
      },
      { most: 2 },
    );
    vi.useFakeTimers({ toFake: ['setTimeout'] }); // whoever waits for company waits for ever
    const items = Array.from({ length: 200 }, (_, index) => index);
    expect(await Promise.all(items.map(async (item) => count('gala', item)))).toEqual(items);
    vi.useRealTimers();
    expect(batches).toEqual(Array.from({ length: 100 }, () => 2));
  });

  test('whoever is in a hurry is done with all that waited, and does not wait for company', async () => {
    const { batches, double, hurry } = noted();
    expect(hurry('gala')).toBeNull(); // nobody waits
    await double('gala', 1);
    vi.useFakeTimers({ toFake: ['setTimeout'] }); // whoever waits for company waits for ever
    const answers: number[] = [];
    for (const item of [2, 3]) void double('gala', item).then((answer) => answers.push(answer));
    await hurry('gala');
    expect(answers).toEqual([4, 6]);
    void double('gala', 4).then((answer) => answers.push(answer));
    await hurry('contest'); // another's hurry is not ours
    expect(answers).toEqual([4, 6]);
    await hurry('gala');
    expect(hurry('gala')).toBeNull(); // everybody has an answer
    vi.useRealTimers();
    expect(answers).toEqual([4, 6, 8]);
    expect(batches.map(([, items]) => items)).toEqual([[1], [2, 3], [4]]);
  });

  test('a hurry is over when the last of several batches has its answer, whatever comes meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] }); // whoever waits for company waits for ever
    const done: number[] = [];
    const { add, hurry } = gather(
      async (_: string, items: readonly number[]) => {
        await new Promise<void>((resolve) => void setImmediate(resolve));
        return items;
      },
      { most: 2 },
    );
    const ask = (item: number): void => void add('gala', item).then((answer) => done.push(answer));
    for (const item of [1, 2, 3, 4, 5]) ask(item);
    const hurried = hurry('gala');
    setImmediate(() => setImmediate(() => ask(6)));
    await hurried;
    expect(done.slice(0, 5)).toEqual([1, 2, 3, 4, 5]);
    await hurry('gala');
    vi.useRealTimers();
    expect(done).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('of a stream those who come now wait for the next hurry, but not if it does not come twice', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    const { batches, double, hurry } = noted();
    const come = async (item: number): Promise<void> => {
      void double('gala', item);
      for (let turn = 0; turn < 3; turn += 1)
        await new Promise<void>((resolve) => void setImmediate(resolve));
    };
    const after = async (ms: number): Promise<number[]> => {
      await vi.advanceTimersByTimeAsync(ms);
      return batches.flatMap(([, items]) => items);
    };
    await hurry('gala', 100);
    await come(1);
    await come(2);
    await hurry('gala', 100);
    await come(3);
    await come(4);
    expect(await after(99)).toEqual([1, 2]);
    expect(await after(1)).toEqual([1, 2, 3, 4]);
    await come(5);
    expect(await after(19)).toEqual([1, 2, 3, 4]);
    expect(await after(1)).toEqual([1, 2, 3, 4, 5]);
    vi.useRealTimers();
  });

  test('a hurry fails for nobody’s failure', async () => {
    const { batches, double, hurry } = noted();
    const late = Promise.allSettled([double('gala', 13)]);
    expect(await hurry('gala')).toBeUndefined();
    expect((await late).map(({ status }) => status)).toEqual(['rejected']);
    expect(batches).toHaveLength(1);
  });

  test('a batch that fails is everyone’s in it, and nobody’s after it', async () => {
    const { batches, double } = noted();
    const together = [5, 13].map(async (item) => double('gala', item));
    for (const answer of together) await expect(answer).rejects.toThrow('no luck');
    expect(await double('gala', 6)).toBe(12);
    expect(batches).toEqual([
      ['gala', [5, 13]],
      ['gala', [6]],
    ]);
  });
});

test('a list in parts comes back in its order, whichever part is done first', async () => {
  const parts: (readonly number[])[] = [];
  const doubled = await inParts([1, 2, 3, 4, 5], 2, async (part) => {
    parts.push(part);
    await new Promise((resolve) => void setTimeout(resolve, 3 - parts.length));
    return part.map((item) => item * 2);
  });
  expect([doubled, parts]).toEqual([
    [2, 4, 6, 8, 10],
    [[1, 2], [3, 4], [5]],
  ]);
  expect(await inParts([], 2, async () => [1])).toEqual([]);
});

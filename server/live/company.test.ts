import { expect, test, vi } from 'vitest';
import { BEAT_LIMITS, createBeat } from './beat.ts';
import { createCompany } from './company.ts';

const LIMITS = { ...BEAT_LIMITS, busyMs: 125 };

const holdClock = () =>
  vi.useFakeTimers({
    toFake: ['setTimeout', 'setImmediate', 'clearTimeout', 'clearImmediate', 'performance'],
  });

test('who spoke in the last turn is waited for, and nobody longer than 40 ms', async () => {
  holdClock();
  const company = createCompany(() => performance.now());
  /** How long it takes until all are heard who belong to a turn of 100 ms, when `late` is heard after 10 ms. */
  const waitsMs = async (late: string[] = []): Promise<number> => {
    const from = performance.now();
    const waited = company.together(100).then(() => performance.now() - from);
    setTimeout(() => late.forEach((node) => company.hear(node)), 10);
    await vi.advanceTimersByTimeAsync(50);
    return waited;
  };
  const speak = (...nodes: string[]): void => nodes.forEach((node) => company.hear(node));
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  expect(await waitsMs()).toBe(0); // alone
  speak('a', 'b');
  expect(await waitsMs()).toBe(0); // both have just spoken
  await pass(50);
  expect(await waitsMs(['a', 'b'])).toBe(10);
  await pass(50);
  speak('a');
  expect(await waitsMs()).toBe(40); // b says nothing
  await pass(10);
  expect(await waitsMs(['a'])).toBe(10); // and is waited for once
  await pass(200);
  expect(await waitsMs()).toBe(0); // nobody speaks any more
  vi.useRealTimers();
});

test.each([2, 4])(
  'beats of %i nodes find each other, and news from every node leave within an interval',
  async (count) => {
    holdClock();
    const ages: number[] = [];
    let sends = 0;
    /** When the news of each node were heard that it has not sent, here alone, and here and on the others. */
    const nodes = Array.from({ length: count }, (_, index) => {
      const name = `node ${index}`;
      const recorded: number[] = [];
      const known: number[] = [];
      const beat = createBeat({
        async collect() {
          await new Promise((resolve) => void setTimeout(resolve, 3));
          const news = recorded.splice(0);
          known.push(...news);
          if (news.length > 0) setTimeout(() => hear(name, news), 1);
        },
        async send() {
          sends += 1;
          ages.push(...known.splice(0).map((at) => performance.now() - at));
          return 0.1;
        },
        load: () => 0,
        now: () => performance.now(),
        limits: LIMITS,
      });
      return { name, beat, recorded, known };
    });
    function hear(from: string, news: readonly number[]): void {
      for (const { name, beat, known } of nodes) {
        if (name === from) continue;
        known.push(...news);
        beat.touch(news.length);
        beat.join(from);
      }
    }
    const pour = async (ms: number): Promise<void> => {
      for (let spent = 0; spent < ms; spent += 1) {
        for (const [index, { beat, recorded }] of nodes.entries()) {
          if ((spent + index * 7) % (10 * count) !== 0) continue; // a hundred a second, over all of them
          recorded.push(performance.now());
          beat.touch();
        }
        await vi.advanceTimersByTimeAsync(1);
      }
    };
    await pour(5_000);
    [ages.length, sends] = [0, 0];
    await pour(5_000);
    for (const { beat } of nodes) beat.stop();
    vi.useRealTimers();
    expect(Math.max(...ages)).toBeLessThan(LIMITS.busyMs + 30);
    expect(sends / count / 5).toBeGreaterThan(1000 / (LIMITS.busyMs + 5));
    expect(sends / count / 5).toBeLessThan(1000 / (LIMITS.busyMs - 15));
  },
);

test('a beat does not join another where its own frames cost too much, or leave often anyway', async () => {
  for (const { costMs, phases } of [
    { costMs: 60, phases: 1 },
    { costMs: 0.1, phases: 4 },
  ]) {
    holdClock();
    const sentAt: number[] = [];
    const beat = createBeat({
      async send() {
        sentAt.push(performance.now());
        return costMs / phases;
      },
      phases: () => phases,
      load: () => 0,
      now: () => performance.now(),
      limits: LIMITS,
    });
    for (let spent = 0; spent < 10_000; spent += 5) {
      beat.touch();
      if (spent > 5_000) beat.join('another');
      await vi.advanceTimersByTimeAsync(5);
    }
    beat.stop();
    vi.useRealTimers();
    const gaps = sentAt.slice(-5).map((at, index) => at - (sentAt.at(index - 6) ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(Math.floor(beat.intervalMs / phases) - 1);
  }
});

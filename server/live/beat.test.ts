import { describe, expect, test, vi } from 'vitest';
import { createBeat } from './beat.ts';

const LIMITS = {
  minMs: 50,
  busyMs: 125,
  calmPerSecond: 8,
  maxMs: 1000,
  share: 0.25,
  patienceMs: 500,
  mostShare: 0.5,
  leastLeft: 0.3,
};

const holdClock = () =>
  vi.useFakeTimers({
    toFake: ['setTimeout', 'setImmediate', 'clearTimeout', 'clearImmediate', 'performance'],
  });

/** A beat whose sends take as long as `cost` says, under a held clock. */
function trial(cost: () => number, others = () => 0) {
  holdClock();
  const sentAt: number[] = [];
  const beat = createBeat({
    send: async () => {
      sentAt.push(performance.now());
      return cost();
    },
    load: others,
    now: () => performance.now(),
    limits: LIMITS,
  });
  return {
    beat,
    sentAt,
    [Symbol.dispose]() {
      beat.stop();
      vi.useRealTimers();
    },
  };
}

/**
 * How far apart the sends are when gauges change all the time and nothing else does; the last gap ends with the test.
 * Each send takes CPU, and time in which others may have had the core.
 */
async function gapsOfGauges(
  lastsMs: number,
  send: (sends: number) => { costMs: number; tookMs: number },
): Promise<number[]> {
  holdClock();
  const sentAt: number[] = [];
  const beat = createBeat({
    async send() {
      sentAt.push(performance.now());
      const { costMs, tookMs } = send(sentAt.length);
      await new Promise((resolve) => void setTimeout(resolve, tookMs));
      return costMs;
    },
    load: () => 0,
    now: () => performance.now(),
    limits: LIMITS,
  });
  for (let spent = 0; spent < lastsMs; spent += 50) {
    beat.nudge();
    await vi.advanceTimersByTimeAsync(50);
  }
  beat.stop();
  const ends = [...sentAt.slice(1), performance.now()];
  vi.useRealTimers();
  return ends.map((end, index) => end - (sentAt[index] ?? 0));
}

describe('beat', () => {
  test('the first change after quiet leaves at once, with what came in the same turn', async () => {
    using it = trial(() => 0);
    it.beat.touch();
    it.beat.touch();
    await vi.advanceTimersByTimeAsync(0);
    expect(it.sentAt).toHaveLength(1);
  });

  test('what follows waits for the interval, and is sent once', async () => {
    using it = trial(() => 0);
    it.beat.touch();
    await vi.advanceTimersByTimeAsync(10);
    for (let change = 0; change < 100; change += 1) it.beat.touch();
    await vi.advanceTimersByTimeAsync(500);
    expect(it.sentAt).toHaveLength(2);
    expect((it.sentAt[1] ?? 0) - (it.sentAt[0] ?? 0)).toBeGreaterThanOrEqual(LIMITS.minMs);
  });

  test('what trickles after a burst does not wait as in it', async () => {
    using it = trial(() => 0);
    for (let spent = 0; spent < 5_000; spent += 5) {
      it.beat.touch();
      await vi.advanceTimersByTimeAsync(5);
    }
    expect(it.beat.intervalMs).toBe(LIMITS.busyMs);
    for (let trickle = 0; trickle < 6; trickle += 1) {
      await vi.advanceTimersByTimeAsync(150);
      it.beat.touch();
    }
    await vi.advanceTimersByTimeAsync(10);
    expect(it.beat.intervalMs).toBeLessThanOrEqual(LIMITS.minMs * 2);
  });

  test('quiet costs nothing', async () => {
    using it = trial(() => 0);
    it.beat.touch();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(it.sentAt).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('it stretches until sending takes its share of the time, never beyond its limit, and comes back', async () => {
    let costMs = 100;
    using it = trial(() => costMs);
    const busy = async (ms: number): Promise<void> => {
      for (let spent = 0; spent < ms; spent += 10) {
        it.beat.touch();
        await vi.advanceTimersByTimeAsync(10);
      }
    };
    await busy(10_000);
    expect(it.beat.intervalMs).toBeCloseTo(100 / LIMITS.share, -1);
    costMs = 200; // 800 ms at its share, so it takes more than that
    await busy(10_000);
    expect(it.beat.intervalMs).toBe(LIMITS.patienceMs);
    costMs = 10_000;
    await busy(20_000);
    expect(it.beat.intervalMs).toBe(LIMITS.maxMs);
    costMs = 0.1;
    await busy(20_000);
    expect(it.beat.intervalMs).toBe(LIMITS.busyMs);
  });

  test('what pours comes in eight frames a second, what trickles as soon as it may', async () => {
    using it = trial(() => 0.1);
    const talk = async (perSecond: number, ms: number): Promise<number> => {
      const before = it.sentAt.length;
      for (let spent = 0; spent < ms; spent += 1000 / perSecond) {
        it.beat.touch();
        await vi.advanceTimersByTimeAsync(1000 / perSecond);
      }
      return ((it.sentAt.length - before) * 1000) / ms;
    };
    await talk(500, 2_000);
    expect(await talk(500, 10_000)).toBeCloseTo(1000 / LIMITS.busyMs, 0);
    expect(it.beat.intervalMs).toBe(LIMITS.busyMs);
    await talk(5, 5_000);
    expect(it.beat.intervalMs).toBe(LIMITS.minMs);
    expect(await talk(5, 10_000)).toBeCloseTo(5, 0);
  });

  test('news so rare that each may have a frame of its own do not wait, nor again after a flood', async () => {
    let others = 0;
    let costMs = 200;
    using it = trial(
      () => costMs,
      () => others,
    );
    const talk = async (perSecond: number, ms: number): Promise<void> => {
      for (let spent = 0; spent < ms; spent += 1000 / perSecond) {
        it.beat.touch();
        await vi.advanceTimersByTimeAsync(1000 / perSecond);
      }
    };
    await talk(2, 5_000);
    expect(it.beat.intervalMs).toBe(LIMITS.minMs);
    await talk(20, 5_000);
    expect(it.beat.intervalMs).toBe(LIMITS.patienceMs);
    await talk(500, 5_000);
    expect(it.beat.intervalMs).toBe(LIMITS.patienceMs);
    await talk(2, 5_000);
    expect(it.beat.intervalMs).toBe(LIMITS.minMs);
    others = 0.4 + 0.4; // what two frames a second take among it: more than half of the rest
    await talk(2, 5_000);
    expect(it.beat.intervalMs).toBeGreaterThanOrEqual(LIMITS.patienceMs);
    [others, costMs] = [0, 300];
    await talk(2, 5_000);
    expect(it.beat.intervalMs).toBeGreaterThan(LIMITS.patienceMs);
  });

  test('a process that is busy with other things is left its time, and recovers within five seconds', async () => {
    let others = 0;
    using it = trial(
      () => 50,
      () => others,
    );
    const pour = async (ms: number): Promise<void> => {
      for (let spent = 0; spent < ms; spent += 10) {
        it.beat.touch();
        await vi.advanceTimersByTimeAsync(10);
      }
    };
    await pour(5_000);
    const alone = it.beat.intervalMs;
    others = 0.25 + 0.5; // its own quarter among it
    await pour(5_000);
    expect(it.beat.intervalMs).toBeGreaterThan(alone * 1.5);
    others = 1.5;
    await pour(5_000);
    expect(it.beat.intervalMs).toBe(LIMITS.patienceMs);
    others = 0.25;
    await pour(5_000);
    expect(it.beat.intervalMs).toBeCloseTo(alone, -1);
  });

  test('gauges wait a little for news, which takes them along at once', async () => {
    using it = trial(() => 0);
    it.beat.nudge();
    await vi.advanceTimersByTimeAsync(90);
    expect(it.sentAt).toHaveLength(0);
    it.beat.touch();
    await vi.advanceTimersByTimeAsync(0);
    expect(it.sentAt).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(it.sentAt).toHaveLength(1);
  });

  test('while news keep coming, gauges wait for the next of them', async () => {
    using it = trial(() => 0);
    const second = async (): Promise<number> => {
      const before = it.sentAt.length;
      for (let quarter = 0; quarter < 4; quarter += 1) {
        it.beat.touch();
        await vi.advanceTimersByTimeAsync(60);
        it.beat.nudge();
        await vi.advanceTimersByTimeAsync(190);
      }
      return it.sentAt.length - before;
    };
    for (let known = 0; known < 3; known += 1) await second();
    expect(await second()).toBe(4);
    await vi.advanceTimersByTimeAsync(2_000); // and none come any more
    const before = it.sentAt.length;
    it.beat.nudge();
    await vi.advanceTimersByTimeAsync(100);
    expect(it.sentAt.length).toBe(before + 1);
  });

  test('gauges alone leave a process that shares its core with others five times as long as they took', async () => {
    const gaps = await gapsOfGauges(100_000, () => ({ costMs: 150, tookMs: 1_000 })); // seven to a core
    expect(gaps.length).toBeGreaterThan(2);
    expect(Math.min(...gaps.slice(0, -1))).toBeGreaterThanOrEqual(5_000);
  });

  test('gauges for a few do not rest longer because the process stood still now and then', async () => {
    const gaps = await gapsOfGauges(10_000, (sends) => ({ costMs: 0.3, tookMs: sends % 5 === 0 ? 500 : 0 }));
    expect(Math.max(...gaps)).toBeLessThan(1_000);
  });

  test('a frame of gauges alone does not make news wait', async () => {
    using it = trial(() => 0);
    it.beat.nudge();
    await vi.advanceTimersByTimeAsync(101);
    expect(it.sentAt).toHaveLength(1);
    it.beat.touch();
    await vi.advanceTimersByTimeAsync(0);
    expect(it.sentAt).toHaveLength(2);
  });

  test('where many processes share a core, gauges alone are rarer still, and never older than a minute', async () => {
    const gapsOf = (tookMs: number) => gapsOfGauges(200_000, () => ({ costMs: 40, tookMs }));
    expect(Math.max(...(await gapsOf(40)))).toBeLessThan(1_000);
    const crowded = Math.max(...(await gapsOf(200)));
    expect(crowded).toBeGreaterThan(22_000);
    expect(crowded).toBeLessThan(28_000);
    expect(Math.max(...(await gapsOf(4_000)))).toBeLessThan(65_000);
  });

  describe('in phases', () => {
    /** Four sends reach everyone; each notes when it left and whether it was for all. */
    function inPhases(costMs: number) {
      holdClock();
      const sends: { at: number; toAll: boolean }[] = [];
      const send = async (toAll: boolean): Promise<number> => {
        sends.push({ at: performance.now(), toAll });
        return toAll ? costMs : costMs / 4;
      };
      const now = (): number => performance.now();
      const beat = createBeat({ send, phases: () => 4, load: () => 0, now, limits: LIMITS });
      return {
        beat,
        sends,
        [Symbol.dispose]() {
          beat.stop();
          vi.useRealTimers();
        },
      };
    }

    test('after quiet everyone is sent to at once, and nobody again without news', async () => {
      using it = inPhases(100);
      it.beat.touch();
      await vi.advanceTimersByTimeAsync(10_000);
      expect(it.sends.map(({ toAll }) => toAll)).toEqual([true]);
    });

    test('what pours leaves in turns, and a round takes as long as one send to all would have waited', async () => {
      using it = inPhases(100);
      for (let spent = 0; spent < 10_000; spent += 10) {
        it.beat.touch();
        await vi.advanceTimersByTimeAsync(10);
      }
      const last = it.sends.slice(-8);
      expect(last.every(({ toAll }) => !toAll)).toBe(true);
      expect(it.beat.intervalMs).toBeCloseTo(100 / LIMITS.share, -1);
      const roundMs = (last[7]?.at ?? 0) - (last[3]?.at ?? 0);
      expect(roundMs).toBeGreaterThanOrEqual(it.beat.intervalMs - 4); // a timer of whole milliseconds for each phase
      expect(roundMs).toBeLessThan(it.beat.intervalMs * 1.25);
    });

    test.each([
      { costMs: 100, perSecond: 20, expected: ['collect', 'send'] },
      { costMs: 100, perSecond: 1, expected: ['send'] },
      { costMs: 4, perSecond: 1, expected: ['send'] },
    ])(
      'what is about to become news is collected where it would wait longer than a frame may: $costMs ms, $perSecond a second',
      async ({ costMs, perSecond, expected }) => {
        holdClock();
        let done: string[] = [];
        let isOnItsWay = false;
        const beat = createBeat({
          async collect() {
            done.push('collect');
            await new Promise((resolve) => void setTimeout(resolve, 2));
            if (isOnItsWay) beat.touch();
            isOnItsWay = false;
          },
          async send(toAll) {
            done.push('send');
            return toAll ? costMs : costMs / 4;
          },
          phases: () => 4,
          load: () => 0,
          now: () => performance.now(),
          limits: LIMITS,
        });
        for (let spent = 0; spent < 2_000; spent += 1000 / perSecond) {
          beat.touch();
          await vi.advanceTimersByTimeAsync(1000 / perSecond);
        }
        await vi.advanceTimersByTimeAsync(1_000);
        done = [];
        isOnItsWay = true;
        beat.touch();
        await vi.advanceTimersByTimeAsync(20);
        expect(done).toEqual(expected);
        beat.touch();
        await vi.advanceTimersByTimeAsync(9_000);
        beat.touch();
        await vi.advanceTimersByTimeAsync(1); // while it collects, where it does
        const before = done.filter((what) => what === 'send').length;
        beat.stop();
        await vi.advanceTimersByTimeAsync(1_000);
        expect(done.filter((what) => what === 'send')).toHaveLength(before);
        vi.useRealTimers();
      },
    );

    test('gauges alone take a sixth of the time, in however many sends everyone is reached', async () => {
      holdClock();
      let busyMs = 0;
      const send = async (toAll: boolean): Promise<number> => {
        const costMs = toAll ? 160 : 40;
        busyMs += costMs;
        await new Promise((resolve) => void setTimeout(resolve, costMs));
        return costMs;
      };
      const now = (): number => performance.now();
      const beat = createBeat({ send, phases: () => 4, load: () => 0, now, limits: LIMITS });
      for (let spent = 0; spent < 60_000; spent += 20) {
        beat.nudge();
        await vi.advanceTimersByTimeAsync(20);
      }
      beat.stop();
      vi.useRealTimers();
      expect(busyMs / 60_000).toBeGreaterThan(0.05);
      expect(busyMs / 60_000).toBeLessThan(0.22);
    });

    test('the last news reach every phase, then it is quiet', async () => {
      using it = inPhases(100);
      it.beat.touch();
      await vi.advanceTimersByTimeAsync(20);
      it.beat.touch();
      await vi.advanceTimersByTimeAsync(10_000);
      expect(it.sends.map(({ toAll }) => toAll)).toEqual([true, false, false, false, false]);
      expect(vi.getTimerCount()).toBe(0);
    });
  });

  test.each([
    { lateMs: 20, expected: [50, 70, 30, 50, 50] },
    { lateMs: 200, expected: [50, 250, 25, 50, 50] },
  ])(
    'a frame that is $lateMs ms late does not put off the next, unless by more than half a round',
    async ({ lateMs, expected }) => {
      holdClock();
      let stoodMs = 0;
      const now = (): number => performance.now() + stoodMs;
      const sentAt: number[] = [];
      const beat = createBeat({
        async send() {
          sentAt.push(now());
          return 0;
        },
        load: () => 0,
        now,
        limits: { ...LIMITS, busyMs: LIMITS.minMs },
      });
      for (let spent = 0; spent < 1_000; spent += 10) {
        if (spent === 520) stoodMs = lateMs;
        beat.touch();
        await vi.advanceTimersByTimeAsync(10);
      }
      beat.stop();
      vi.useRealTimers();
      const gaps = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0));
      const late = gaps.findIndex((gap) => gap > LIMITS.minMs);
      expect(gaps.slice(late - 1, late + 4)).toEqual(expected);
    },
  );

  test('after a stop nothing is sent', async () => {
    using it = trial(() => 0);
    it.beat.touch();
    it.beat.stop();
    await vi.advanceTimersByTimeAsync(1000);
    expect(it.sentAt).toEqual([]);
  });
});

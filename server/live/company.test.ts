import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ActorId, CommentId } from '#shared/model/ids.ts';
import { blankState, fold } from '#shared/rules/fold.ts';
import type { BusMessage, DrawnComment, FactRecord } from '../store/store.ts';
import { Anybody, seeded, show } from '../test/live.ts';
import { BEAT_LIMITS, createBeat } from './beat.ts';
import { createCompany } from './company.ts';
import { createFeed, type Feed } from './feed.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('company', () => {
  const SOMETHING = { accepted: 1, drawn: [] };
  const NOTHING = { accepted: 0, drawn: [] };

  function createTrial() {
    const told: string[] = [];
    const company = createCompany({
      now: () => performance.now(),
      publish: ({ accepted }, turn) => void told.push(`${accepted} ${turn}`),
    });
    const speak = (...nodes: string[]): void =>
      nodes.forEach((node) => company.hear(node, SOMETHING, 'follows'));
    /** How long it takes until all are heard who belong to a turn of 250 ms, when something is done after 10 ms. */
    const waitsMs = async (late: () => void = () => undefined): Promise<number> => {
      const from = performance.now();
      const waited = company.together(250).then(() => performance.now() - from);
      setTimeout(late, 10);
      await vi.advanceTimersByTimeAsync(50);
      return waited;
    };
    return { company, told, speak, waitsMs };
  }
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  test('who spoke in the last turn is waited for, 40 ms at most, and once', async () => {
    const { speak, waitsMs } = createTrial();
    expect(await waitsMs()).toBe(0); // alone
    speak('a', 'b');
    expect(await waitsMs()).toBe(0); // both have just spoken
    await pass(200);
    expect(await waitsMs(() => speak('a', 'b'))).toBe(10);
    await pass(200);
    speak('a');
    expect(await waitsMs()).toBe(40); // b says nothing
    await pass(200);
    expect(await waitsMs(() => speak('a'))).toBe(10);
    await pass(500);
    expect(await waitsMs()).toBe(0); // nobody speaks any more
  });

  test('who says that nothing came is heard, and who takes leave is not waited for', async () => {
    const { company, speak, waitsMs } = createTrial();
    speak('a');
    await pass(250);
    expect(await waitsMs(() => company.hear('a', NOTHING, 'follows'))).toBe(10);
    await pass(200);
    expect(await waitsMs(() => company.hear('a', NOTHING, 'alone'))).toBe(10);
    await pass(200);
    expect(await waitsMs()).toBe(0);
  });

  test('who has spoken says so when nothing comes, then takes leave, and is silent', () => {
    const { company, told } = createTrial();
    company.tell(null, 'leads');
    expect(told).toEqual([]);
    company.tell(SOMETHING, 'leads');
    for (let turn = 0; turn < 10; turn += 1) {
      company.tell(null, 'follows');
      company.tell(null, 'alone');
    }
    expect(told).toEqual(['1 leads', '0 follows', '0 follows', '0 follows', '0 alone']);
  });
});

const event = { ...show, comments: { ...show.comments, displayPerSecond: 60 } };
const log: FactRecord[] = [
  { type: 'event:created', payload: { event }, seq: 1, at: 1, by: 'host', hash: '' },
];
const state = log.reduce(fold, blankState);

/** Nodes of one event: what is written on them is recorded when their beat hurries, and heard by the others a little later. */
function createNodes(count: number, { recordMs, wayMs }: { recordMs: number; wayMs: number }) {
  const messages: BusMessage[] = [];
  let written = 0;
  type Node = { name: string; feed: Feed; waiting: DrawnComment[]; seen: Set<string>; sends: number };
  const nodes: Node[] = [];
  const record = ({ waiting, feed }: Node): void => {
    for (const drawn of waiting.splice(0)) {
      feed.river.offer(drawn);
      feed.beat.touch();
    }
  };
  function createNode(name: string): Node {
    const feed = createFeed({
      start: { epoch: 'e', log, comments: [] },
      known: () => state,
      now: () => Date.now(),
      async hurry() {
        await new Promise((resolve) => void setTimeout(resolve, recordMs));
        record(node);
      },
      share(sample, turn) {
        messages.push({ kind: 'comments', from: name, turn, sample });
        setTimeout(() => {
          for (const other of nodes) if (other.name !== name) other.feed.receive(name, turn, sample);
        }, wayMs);
      },
      load: () => 0,
      observe: { frames: () => void (node.sends += 1), snapshot() {} },
    });
    feed.audience('public').join(new Anybody());
    const node: Node = { name, feed, waiting: [], seen: new Set(), sends: 0 };
    return node;
  }
  for (let index = 0; index < count; index += 1) nodes.push(createNode(`node ${index}`));

  /** Ages in milliseconds at which every node showed what was written anywhere, when each writes as `writes` says in a millisecond. */
  async function pour(ms: number, writes: (node: number, at: number) => boolean): Promise<number[]> {
    const ages: number[] = [];
    const author = { id: ActorId.parse('a'), name: 'a', role: 'viewer' } as const;
    for (let spent = 0; spent < ms; spent += 1) {
      for (const [index, node] of nodes.entries()) {
        if (writes(index, spent)) {
          written += 1;
          const comment = { id: CommentId.parse(`c${written}`), text: '', at: Date.now(), author };
          node.waiting.push({ priority: 0.5, comment });
          if (node.waiting.length === 1) setTimeout(() => record(node), 250);
        }
        for (const { id, at } of node.feed.audience('public').state.comments.slice(-60)) {
          if (!node.seen.has(id)) ages.push(Date.now() - at);
          node.seen.add(id);
        }
      }
      await vi.advanceTimersByTimeAsync(1);
    }
    return ages;
  }
  return {
    nodes,
    messages,
    pour,
    sends: () => nodes.reduce((sum, { sends }) => sum + sends, 0),
    [Symbol.dispose]: () => nodes.forEach(({ feed }) => feed.stop()),
  };
}

describe('nodes of one event', () => {
  const evenly =
    (count: number) =>
    (node: number, at: number): boolean =>
      (at + node * 7) % (20 * count) === 0; // fifty a second, over all of them

  test.each([2, 4])(
    '%i of them find each other, and every comment is seen within an interval',
    async (count) => {
      using house = createNodes(count, { recordMs: 3, wayMs: 1 });
      await house.pour(5_000, evenly(count));
      const [sends, told] = [house.sends(), house.messages.length];
      const ages = await house.pour(5_000, evenly(count));
      expect(ages.length).toBeGreaterThan(count * 240);
      expect(Math.max(...ages)).toBeLessThan(BEAT_LIMITS.busyMs + 30);
      const turns = (house.sends() - sends) / count / 5;
      expect(turns).toBeGreaterThan(3.8);
      expect(turns).toBeLessThan(4.4);
      expect((house.messages.length - told) / count / 5).toBeLessThan(4.4);
    },
  );

  test('who has nothing to tell this time says so, and nobody waits', async () => {
    const random = seeded(20_261_127);
    const nowAndThen = (): boolean => random() < 50 / 8 / 1000;
    using house = createNodes(8, { recordMs: 3, wayMs: 1 });
    await house.pour(5_000, nowAndThen);
    const ages = (await house.pour(10_000, nowAndThen)).toSorted((a, b) => a - b);
    expect(ages[Math.floor(ages.length * 0.99)]).toBeLessThan(BEAT_LIMITS.busyMs + 15);
    expect(
      house.messages.some((message) => message.kind === 'comments' && message.sample.accepted === 0),
    ).toBe(true);
  });

  test('where the way is slow nobody is called earlier by an answer to themselves', async () => {
    using house = createNodes(2, { recordMs: 3, wayMs: 90 });
    await house.pour(5_000, evenly(2));
    const sends = house.sends();
    await house.pour(5_000, evenly(2));
    expect((house.sends() - sends) / 2 / 5).toBeLessThan(4.6);
  });
});

test.each([
  { costMs: 60, phases: 1, why: 'its frames cost too much' },
  { costMs: 0.1, phases: 4, why: 'it has turns enough' },
])('a beat is not called earlier where $why', async ({ costMs, phases }) => {
  const sentAt: number[] = [];
  const turns = new Set<string>();
  const beat = createBeat({
    async send() {
      sentAt.push(performance.now());
      return costMs / phases;
    },
    async collect(_againMs, turn) {
      turns.add(turn);
    },
    phases: () => phases,
    load: () => 0,
    now: () => performance.now(),
    limits: { ...BEAT_LIMITS, busyMs: 125, share: 0.25, patienceMs: 500 },
  });
  for (let spent = 0; spent < 10_000; spent += 5) {
    if (spent === 5_000) turns.clear();
    beat.touch();
    if (spent > 5_000) beat.join();
    await vi.advanceTimersByTimeAsync(5);
  }
  beat.stop();
  const gaps = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0));
  expect(Math.min(...gaps.slice(-5))).toBeGreaterThanOrEqual(Math.floor(beat.intervalMs / phases) - 1);
  expect([...turns]).toEqual(['alone']);
});

test('whose interval is over, and has nothing of its own to tell, follows who calls', async () => {
  const turns: string[] = [];
  const beat = createBeat({
    send: async () => 0.1,
    async collect(_againMs, turn) {
      turns.push(turn);
    },
    load: () => 0,
    now: () => performance.now(),
  });
  for (let spent = 0; spent < 3_000; spent += 5) {
    beat.touch();
    await vi.advanceTimersByTimeAsync(5);
  }
  await vi.advanceTimersByTimeAsync(520);
  expect(turns.at(-1)).toBe('leads');
  const before = turns.length;
  beat.touch();
  beat.join();
  await vi.advanceTimersByTimeAsync(10);
  beat.stop();
  expect(turns.slice(before)).toEqual(['follows']);
});

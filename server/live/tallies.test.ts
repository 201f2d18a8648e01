import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EventState } from '#shared/model/state.ts';
import { blankState } from '#shared/rules/fold.ts';
import { poll } from '../test/live.ts';
import { createTallyWatch } from './tallies.ts';

const pollId = poll.id;

/** A watch over one poll under a held clock: how often it was read, and what it showed last. */
function watched() {
  const ballotBox = { ballots: 0, reads: 0, shown: -1 };
  let state: EventState = { ...blankState, polls: [poll] };
  const watch = createTallyWatch({
    state: () => state,
    async read() {
      ballotBox.reads += 1;
      return new Map([[pollId, { counts: [ballotBox.ballots], ballots: ballotBox.ballots }]]);
    },
    everyMs: () => 250,
    onTallies: (tallies) => void (ballotBox.shown = tallies[pollId]?.ballots ?? -1),
    onFailure: (error) => expect.unreachable(String(error)),
  });
  const readsIn = async (ms: number): Promise<number> => {
    const before = ballotBox.reads;
    await vi.advanceTimersByTimeAsync(ms);
    return ballotBox.reads - before;
  };
  const close = (): void => void (state = { ...blankState, polls: [{ ...poll, status: 'closed' }] });
  return { watch, ballotBox, readsIn, close, [Symbol.dispose]: () => watch.stop() };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('while votes come in a box is read four times a second, and once a second while none do', async () => {
  using it = watched();
  it.watch.look();
  await it.readsIn(5_000);
  expect(await it.readsIn(10_000)).toBe(10);
  for (let quarter = 0; quarter < 8; quarter += 1) {
    it.ballotBox.ballots += 1;
    await it.readsIn(250);
  }
  for (let vote = 0; vote < 20; vote += 1) {
    it.ballotBox.ballots += 1;
    expect(await it.readsIn(250)).toBe(1);
  }
  expect(it.ballotBox.shown).toBe(it.ballotBox.ballots);
});

test('a vote cast here is seen soon, and whoever looks again and again is not told more often', async () => {
  using it = watched();
  it.watch.look();
  await it.readsIn(10_300);
  it.ballotBox.ballots = 1;
  for (let votes = 0; votes < 100; votes += 1) it.watch.look();
  expect(await it.readsIn(200)).toBe(1);
  expect(it.ballotBox.shown).toBe(1);
  for (let votes = 0; votes < 100; votes += 1) {
    it.watch.look();
    await it.readsIn(10);
  }
  expect(it.ballotBox.reads).toBeLessThan(30);
});

test('a closed box is read once more, and never again', async () => {
  using it = watched();
  it.watch.look();
  await it.readsIn(10_300);
  it.ballotBox.ballots = 7;
  it.close();
  it.watch.look();
  expect(await it.readsIn(250)).toBe(1);
  expect(it.ballotBox.shown).toBe(7);
  expect(await it.readsIn(60_000)).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

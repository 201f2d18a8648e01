import { expect, test } from 'vitest';
import type { Engine } from './engine.ts';
import { appendNext, commentOf, contest, gala, openBox, pulseOf } from './samples.ts';

/** Viewer numbers, the lease on who is online, and the counters. */
export function viewersContract(engine: Engine): void {
  test('viewer numbers start at 1 and are given once, to whichever node asks', async () => {
    await using node = await engine.open();
    const other = await node.join();
    expect(await node.store.reserveViewers(gala, 3)).toBe(1);
    expect(await other.store.reserveViewers(gala, 1)).toBe(4);
    const firsts = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? other : node).store.reserveViewers(gala, 5)),
    );
    const numbers = firsts.flatMap((first) => Array.from({ length: 5 }, (_, index) => first + index));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => 5 + index));
    expect(await node.store.reserveViewers(contest, 1)).toBe(1);
  });

  test('an event without a log has counters of zero and no epoch', async () => {
    await using node = await engine.open();
    expect(await node.store.pulse(gala, pulseOf())).toEqual({
      tip: { epoch: '', seq: 0 },
      nodes: 1,
      viewers: {
        online: 0,
        peak: 0,
        unique: 0,
        visits: 0,
        participations: 0,
        comments: 0,
        ballots: 0,
        reactionBatches: 0,
      },
      reactions: { like: 0, heart: 0, flower: 0, applause: 0, fire: 0 },
    });
  });

  test('online is the sum over nodes, a node’s newest report counts, and the peak stays', async () => {
    await using node = await engine.open();
    const { epoch, seq } = await appendNext(node.store, {});
    await node.store.pulse(gala, pulseOf({ node: 'a', online: 30 }));
    const both = await node.store.pulse(gala, pulseOf({ node: 'b', online: 12 }));
    expect(both).toMatchObject({ tip: { epoch, seq }, viewers: { online: 42, peak: 42 } });
    const fewer = await node.store.pulse(gala, pulseOf({ node: 'a', online: 1 }));
    expect(fewer.viewers).toMatchObject({ online: 13, peak: 42 });
    expect((await node.store.pulse(contest, pulseOf({ node: 'a' }))).viewers.online).toBe(0);
  });

  test('a node that stops reporting is not counted once its lease has run out', async () => {
    await using node = await engine.open();
    await node.store.pulse(gala, pulseOf({ node: 'dead', online: 30, leaseMs: 20 }));
    await node.pass(20);
    const { viewers } = await node.store.pulse(gala, pulseOf({ node: 'alive', online: 5 }));
    expect(viewers.online).toBe(5);
  });

  test('a viewer is unique once, and one visit while they come and go', async () => {
    await using node = await engine.open();
    await node.store.pulse(gala, pulseOf({ arrived: [1, 2, 40_000] }));
    const { viewers } = await node.store.pulse(gala, pulseOf({ node: 'b', arrived: [2, 3], seen: [1] }));
    expect(viewers).toMatchObject({ unique: 4, visits: 4 });
  });

  test('an arrival after long enough away is one more visit', async () => {
    await using node = await engine.open({ visitGapMs: 1_000 });
    await node.store.pulse(gala, pulseOf({ arrived: [1] }));
    await node.pass(1_000);
    const { viewers } = await node.store.pulse(gala, pulseOf({ arrived: [1] }));
    expect(viewers).toMatchObject({ unique: 1, visits: 2 });
  });

  test('one who was seen but never arrived is neither unique nor a visit', async () => {
    await using node = await engine.open();
    const seen = await node.store.pulse(gala, pulseOf({ seen: [1, 2] }));
    expect(seen.viewers).toMatchObject({ unique: 0, visits: 0 });
    const arrived = await node.store.pulse(gala, pulseOf({ arrived: [1] }));
    expect(arrived.viewers).toMatchObject({ unique: 1, visits: 1 });
  });

  test('thousands may arrive in one report', async () => {
    await using node = await engine.open();
    const arrived = Array.from({ length: 5_000 }, (_, index) => index + 1);
    const { viewers } = await node.store.pulse(gala, pulseOf({ arrived, seen: arrived }));
    expect(viewers).toMatchObject({ unique: 5_000, visits: 5_000 });
  });

  test('participations are comments, ballots and reaction batches together', async () => {
    await using node = await engine.open();
    const poll = await openBox(node.store);
    await node.store.castBallots(gala, [{ pollId: poll, viewer: 1, choice: [0] }]);
    await node.store.addComment(gala, commentOf('v1', 'hi'), null);
    await node.store.addComment(gala, commentOf('v2', 'held', { status: 'held' }), null);
    await node.store.pulse(gala, pulseOf({ reactions: { like: 40, fire: 2 }, reactionBatches: 3 }));
    const sums = await node.store.pulse(gala, pulseOf({ reactions: { like: 5 }, reactionBatches: 1 }));
    expect(sums.viewers).toMatchObject({ participations: 7, comments: 2, ballots: 1, reactionBatches: 4 });
    expect(sums.reactions).toEqual({ like: 45, heart: 0, flower: 0, applause: 0, fire: 2 });
  });
}

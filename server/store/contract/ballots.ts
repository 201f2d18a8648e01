import { fc, test as propertyTest } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { pollId } from './samples.ts';
import type { BallotOutcome, NewBallot, Store } from '../store.ts';
import type { Engine } from './engine.ts';
import { appendNext, gala, openBox, pulseOf } from './samples.ts';

type Vote = { viewer: number; choice: number[]; again: number };

const single = fc.integer({ min: 0, max: 3 }).map((option) => [option]);
const several = fc.subarray([0, 1, 2, 3], { minLength: 1 });
const votesOf = (choice: fc.Arbitrary<number[]>) =>
  fc.array(fc.record({ viewer: fc.integer({ min: 1, max: 9 }), choice, again: fc.nat({ max: 3 }) }), {
    maxLength: 25,
  });

/** Every vote with its retries, spread over the sequence by `order`. */
function shuffled(votes: Vote[], order: number[]): Omit<Vote, 'again'>[] {
  const sends = votes.flatMap(({ again, ...vote }) => Array.from({ length: again + 1 }, () => vote));
  return sends
    .map((vote, index) => ({ vote, place: order[index % order.length] ?? 0 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ vote }) => vote);
}

/** What the ballots in the box add up to, by reading those of each viewer. */
async function recount(store: Store, poll: NewBallot['pollId']) {
  const viewers = Array.from({ length: 9 }, (_, index) => index + 1);
  const own = await Promise.all(viewers.map(async (viewer) => store.readBallots(gala, viewer, [poll])));
  const choices = own.map((choice) => choice.get(poll)).filter((choice) => choice !== undefined);
  const counts = [0, 1, 2, 3].map((option) => choices.filter((choice) => choice.includes(option)).length);
  return { counts, ballots: choices.length };
}

const statuses = (outcomes: BallotOutcome[]) => outcomes.map(({ status }) => status);

/** Ballot boxes: one ballot per viewer, and a tally that is their sum, whatever happens on the way. */
export function ballotsContract(engine: Engine): void {
  test('a ballot is counted, a repeat is not, another choice is refused with the first', async () => {
    await using node = await engine.open();
    const poll = await openBox(node.store);
    const cast = async (viewer: number, option: number) =>
      (await node.store.castBallots(gala, [{ pollId: poll, viewer, choice: [option] }]))[0];
    expect(await cast(1, 2)).toEqual({ status: 'cast', choice: [2] });
    expect(await cast(1, 2)).toEqual({ status: 'repeat', choice: [2] });
    expect(await cast(1, 0)).toEqual({ status: 'already', choice: [2] });
    expect(await cast(2, 0)).toEqual({ status: 'cast', choice: [0] });
    expect(await node.store.readTallies(gala, [poll])).toEqual(
      new Map([[poll, { counts: [1, 0, 1, 0], ballots: 2 }]]),
    );
    expect((await node.store.pulse(gala, pulseOf())).viewers).toMatchObject({
      ballots: 2,
      participations: 2,
    });
  });

  test('what goes into a box beside another is counted there, and is no participation', async () => {
    await using node = await engine.open();
    const poll = await openBox(node.store);
    const aside = await openBox(node.store, { isAside: true });
    await node.store.castBallots(gala, [
      { pollId: poll, viewer: 1, choice: [2] },
      { pollId: aside, viewer: 1, choice: [2] },
    ]);
    expect((await node.store.readTallies(gala, [aside])).get(aside)).toEqual({
      counts: [0, 0, 1, 0],
      ballots: 1,
    });
    expect((await node.store.pulse(gala, pulseOf())).viewers).toMatchObject({
      ballots: 1,
      participations: 1,
    });
  });

  test('a changeable box keeps the last choice', async () => {
    await using node = await engine.open();
    const poll = await openBox(node.store, { changeable: true });
    const outcomes = await node.store.castBallots(
      gala,
      [3, 3, 1, 3].map((option) => ({ pollId: poll, viewer: 7, choice: [option] })),
    );
    expect(statuses(outcomes)).toEqual(['cast', 'repeat', 'changed', 'changed']);
    expect(await node.store.readBallots(gala, 7, [poll])).toEqual(new Map([[poll, [3]]]));
    expect(await node.store.readTallies(gala, [poll])).toEqual(
      new Map([[poll, { counts: [0, 0, 0, 1], ballots: 1 }]]),
    );
    expect((await node.store.pulse(gala, pulseOf())).viewers.ballots).toBe(1);
  });

  test('each of a crowd that asks at once finds their own', async () => {
    await using node = await engine.open();
    const polls = [await openBox(node.store, { options: 4 }), await openBox(node.store, { options: 3 })];
    const viewers = Array.from({ length: 1_100 }, (_, index) => index + 1);
    const choiceIn = (poll: number, viewer: number) => (viewer + poll) % (4 - poll);
    await node.store.castBallots(
      gala,
      polls.flatMap((id, poll) =>
        viewers.map((viewer) => ({ pollId: id, viewer, choice: [choiceIn(poll, viewer)] })),
      ),
    );
    const read = await Promise.all(viewers.map((viewer) => node.store.readBallots(gala, viewer, polls)));
    for (const [index, own] of read.entries()) {
      const expected = polls.map((id, poll) => [id, [choiceIn(poll, index + 1)]] as const);
      expect(own).toEqual(new Map(expected));
    }
  });

  test.each([2, 4, 5, 8, 9, 15, 16, 17, 20])('boxes hold any choice of %i options', async (options) => {
    await using node = await engine.open();
    const one = await openBox(node.store, { options });
    const many = await openBox(node.store, { options, multiple: options });
    const all = Array.from({ length: options }, (_, option) => option);
    const last = [options - 1];
    await node.store.castBallots(gala, [
      ...all.map((option) => ({ pollId: one, viewer: option + 1, choice: [option] })),
      { pollId: many, viewer: 1, choice: all },
      { pollId: many, viewer: 2, choice: last },
    ]);
    for (const option of all) {
      expect(await node.store.readBallots(gala, option + 1, [one])).toEqual(new Map([[one, [option]]]));
    }
    expect(await node.store.readBallots(gala, 1, [many])).toEqual(new Map([[many, all]]));
    expect(await node.store.readBallots(gala, 2, [many])).toEqual(new Map([[many, last]]));
    expect(await node.store.readTallies(gala, [one, many])).toEqual(
      new Map([
        [one, { counts: all.map(() => 1), ballots: options }],
        [many, { counts: all.map((option) => (option === last[0] ? 2 : 1)), ballots: 2 }],
      ]),
    );
  });

  test('a box that is not there, was closed, or is past its time takes nothing', async () => {
    await using node = await engine.open();
    const closed = await openBox(node.store);
    await appendNext(node.store, { boxes: [{ pollId: closed, change: 'close' }] });
    const late = await openBox(node.store, { closesAt: (await node.now()) - 1 });
    const open = await openBox(node.store, { closesAt: (await node.now()) + 3_600_000 });
    const none = pollId();
    const ballots = [none, closed, late, open].map((poll) => ({ pollId: poll, viewer: 1, choice: [0] }));
    expect(statuses(await node.store.castBallots(gala, ballots))).toEqual([
      'closed',
      'closed',
      'closed',
      'cast',
    ]);
    expect(await node.store.readTallies(gala, [none, closed, late])).toEqual(
      new Map([
        [closed, { counts: [0, 0, 0, 0], ballots: 0 }],
        [late, { counts: [0, 0, 0, 0], ballots: 0 }],
      ]),
    );
    expect(await node.store.readBallots(gala, 1, [none, closed, late])).toEqual(new Map());
  });

  test('a box closes by the store’s clock', async () => {
    await using node = await engine.open();
    const poll = await openBox(node.store, { closesAt: (await node.now()) + 20 });
    await node.pass(20);
    const ballot = { pollId: poll, viewer: 1, choice: [0] };
    expect(await node.store.castBallots(gala, [ballot])).toEqual([{ status: 'closed' }]);
  });

  test('after the close, a retry learns that its ballot is in the box, another choice that it is too late', async () => {
    await using node = await engine.open();
    const poll = await openBox(node.store, { changeable: true });
    const ballot = { pollId: poll, viewer: 1, choice: [1] };
    await node.store.castBallots(gala, [ballot]);
    await appendNext(node.store, { boxes: [{ pollId: poll, change: 'close' }] });
    expect(await node.store.castBallots(gala, [ballot])).toEqual([{ status: 'repeat', choice: [1] }]);
    expect(await node.store.castBallots(gala, [{ ...ballot, choice: [2] }])).toEqual([{ status: 'closed' }]);
  });

  test('a box that is opened again keeps its ballots', async () => {
    await using node = await engine.open();
    const poll = await openBox(node.store);
    await node.store.castBallots(gala, [{ pollId: poll, viewer: 1, choice: [1] }]);
    await appendNext(node.store, { boxes: [{ pollId: poll, change: 'close' }] });
    await openBox(node.store, { pollId: poll });
    const ballots = [1, 2].map((viewer) => ({ pollId: poll, viewer, choice: [2] }));
    expect(statuses(await node.store.castBallots(gala, ballots))).toEqual(['already', 'cast']);
    expect((await node.store.readTallies(gala, [poll])).get(poll)).toEqual({
      counts: [0, 1, 1, 0],
      ballots: 2,
    });
  });

  test('100 simultaneous identical votes are one ballot', async () => {
    await using node = await engine.open();
    const other = await node.join();
    const poll = await openBox(node.store);
    const ballot = { pollId: poll, viewer: 5, choice: [2] };
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) => (index % 2 ? other : node).store.castBallots(gala, [ballot])),
    );
    const all = statuses(outcomes.flat());
    expect(all.filter((status) => status === 'cast')).toHaveLength(1);
    expect(all.filter((status) => status === 'repeat')).toHaveLength(99);
    expect((await node.store.readTallies(gala, [poll])).get(poll)).toEqual({
      counts: [0, 0, 1, 0],
      ballots: 1,
    });
  });

  test('a large batch over several boxes is answered ballot by ballot, in order', async () => {
    await using node = await engine.open();
    const polls = [await openBox(node.store), await openBox(node.store), pollId()];
    const ballots = Array.from({ length: 1_000 }, (_, index) => ({
      pollId: polls[index % 3] ?? pollId(),
      viewer: 1 + (index % 400),
      choice: [index % 4],
    }));
    const outcomes = await node.store.castBallots(gala, ballots);
    const first = new Map<string, number[]>();
    const expected = ballots.map(({ pollId: poll, viewer, choice }) => {
      if (poll === polls[2]) return { status: 'closed' };
      const voter = `${poll} ${viewer}`;
      const before = first.get(voter);
      if (!before) first.set(voter, choice);
      if (!before) return { status: 'cast', choice };
      return { status: before[0] === choice[0] ? 'repeat' : 'already', choice: before };
    });
    expect(outcomes).toEqual(expected);
    expect(await node.store.castBallots(gala, [])).toEqual([]);
  });

  test.each([
    ['a choice of four', { options: 4, multiple: 1 }],
    ['a choice of twenty', { options: 20, multiple: 1 }],
    ['any of four', { options: 4, multiple: 4 }],
    ['any of eight', { options: 8, multiple: 8 }],
    ['any of sixteen', { options: 16, multiple: 16 }],
    ['any of twenty', { options: 20, multiple: 20 }],
  ])('%s: neighbours, voters far apart, and changes of mind in one batch', async (_, box) => {
    await using node = await engine.open();
    const poll = await openBox(node.store, { ...box, changeable: true });
    const choiceAt = (turn: number): number[] =>
      box.multiple === 1
        ? [turn % box.options]
        : Array.from({ length: box.options }, (__, option) => option).filter(
            (option) => option === turn % box.options || (turn + option) % 3 === 0,
          );
    const voters = [1, 2, 3, 4, 130, 131, 400, 401, 70_000, 70_129, 70_257, 1_000_001];
    const last = new Map<number, number[]>();
    for (const batch of [0, 1]) {
      const ballots = [...voters.toReversed(), ...voters.filter((voter) => voter % 3 === 0), ...voters].map(
        (viewer, index) => ({ pollId: poll, viewer, choice: choiceAt(viewer + index * 5 + batch) }),
      );
      const expected = ballots.map(({ viewer, choice }) => {
        const before = last.get(viewer);
        last.set(viewer, choice);
        if (before === undefined) return { status: 'cast', choice };
        return { status: before.join() === choice.join() ? 'repeat' : 'changed', choice };
      });
      expect(await node.store.castBallots(gala, ballots)).toEqual(expected);
    }
    const counts = Array.from(
      { length: box.options },
      (__, option) => [...last.values()].filter((choice) => choice.includes(option)).length,
    );
    expect((await node.store.readTallies(gala, [poll])).get(poll)).toEqual({
      counts,
      ballots: voters.length,
    });
    const nobody = [0, 5, 129, 402, 70_001, 1_000_002];
    const read = await Promise.all(
      [...last.keys(), ...nobody].map(async (viewer) => node.store.readBallots(gala, viewer, [poll])),
    );
    expect(read).toEqual([
      ...[...last.values()].map((choice) => new Map([[poll, choice]])),
      ...nobody.map(() => new Map()),
    ]);
  });

  propertyTest.prop([votesOf(single), fc.array(fc.nat(), { minLength: 5, maxLength: 40 })], { numRuns: 30 })(
    'any order of votes and retries: the first ballot of each viewer counts, once',
    async (votes, order) => {
      await using node = await engine.open();
      const poll = await openBox(node.store);
      const sends = shuffled(votes, order);
      const firsts = new Map<number, number[]>();
      const expected = sends.map(({ viewer, choice }) => {
        const first = firsts.get(viewer);
        if (!first) firsts.set(viewer, choice);
        if (!first) return { status: 'cast', choice };
        return { status: first[0] === choice[0] ? 'repeat' : 'already', choice: first };
      });
      const outcomes = await node.store.castBallots(
        gala,
        sends.map((send) => ({ pollId: poll, ...send })),
      );
      expect(outcomes).toEqual(expected);
      const tally = await recount(node.store, poll);
      expect((await node.store.readTallies(gala, [poll])).get(poll)).toEqual(tally);
      expect(tally.ballots).toBe(firsts.size);
      expect(tally.counts.reduce((sum, count) => sum + count, 0)).toBe(firsts.size);
    },
  );

  propertyTest.prop(
    [
      votesOf(several),
      fc.array(fc.nat(), { minLength: 5, maxLength: 40 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 5 }),
    ],
    { numRuns: 30 },
  )(
    'two nodes at once: one ballot per viewer, and the tally is the sum of the ballots',
    async (votes, order, changeable, size) => {
      await using node = await engine.open();
      const other = await node.join();
      const poll = await openBox(node.store, { multiple: 4, changeable });
      const sends = shuffled(votes, order).map((send) => ({ pollId: poll, ...send }));
      const batches = Array.from({ length: Math.ceil(sends.length / size) }, (_, index) =>
        sends.slice(index * size, (index + 1) * size),
      );
      const outcomes = await Promise.all(
        batches.map((batch, index) => (index % 2 ? other : node).store.castBallots(gala, batch)),
      );
      const castBy = sends.filter((_, index) => outcomes.flat()[index]?.status === 'cast');
      const voters = new Set(sends.map(({ viewer }) => viewer));
      expect(castBy).toHaveLength(voters.size);
      expect(new Set(castBy.map(({ viewer }) => viewer))).toEqual(voters);
      const tally = await recount(node.store, poll);
      expect((await other.store.readTallies(gala, [poll])).get(poll)).toEqual(tally);
      expect((await node.store.pulse(gala, pulseOf())).viewers.ballots).toBe(tally.ballots);
    },
  );
}

import type { EventSlug, PollId } from '#shared/model/ids.ts';
import { gather, inParts } from '../../lib/gather.ts';
import { choiceOf, maskOf } from '../choice.ts';
import type { BallotOutcome, BoxTally, NewBallot, Store } from '../store.ts';
import type { RedisClient } from './connect.ts';
import { orUnavailable } from './failure.ts';
import type { Keys } from './keys.ts';
import type { Run } from './scripts.ts';

type Ballots = Pick<Store, 'castBallots' | 'readBallots' | 'readTallies'>;

/** Ballots one script casts: half a millisecond, for which everyone else at this Redis waits. */
const MAX_BATCH = 1_000;
/** Viewers further apart than this are in runs of their own: to copy what lies between would cost more. */
const MAX_GAP = 128;

/** As the script says it, a letter each. */
const STATUSES: Record<string, BallotOutcome['status']> = {
  c: 'cast',
  g: 'changed',
  r: 'repeat',
  a: 'already',
  x: 'closed',
};

/** Ballots one script reads, of all viewers and polls together: a microsecond each, half a millisecond as well. */
const MAX_READ = 500;

/** One viewer's own ballots in these polls. */
type Wanted = { slug: EventSlug; pollIds: readonly PollId[]; viewer: number };

type Placed = { place: number; ballot: NewBallot };

export function createBallots(redis: RedisClient, run: Run, keysOf: Keys): Ballots {
  async function castBatch(slug: EventSlug, ballots: readonly NewBallot[]): Promise<BallotOutcome[]> {
    const keys = keysOf(slug);
    const boxes = new Map<PollId, Placed[]>();
    for (const [place, ballot] of ballots.entries()) {
      const box = boxes.get(ballot.pollId);
      if (box === undefined) boxes.set(ballot.pollId, [{ place, ballot }]);
      else box.push({ place, ballot });
    }
    const args: (number | Buffer)[] = [];
    for (const box of boxes.values()) {
      box.sort((a, b) => a.ballot.viewer - b.ballot.viewer); // a viewer's own stay in their order
      const runs = runsOf(box);
      args.push(runs.length, ...runs);
    }
    const reply = await run<(string | number)[]>(
      'cast-ballots',
      [keys.counts, ...[...boxes.keys()].flatMap((pollId) => [keys.box(pollId), keys.ballots(pollId)])],
      args,
    );
    return read(reply, [...boxes.values()]);
  }

  /**
   * For each viewer, a mask per poll. Those who ask within a moment are answered together: when a node has died, all of
   * its viewers come back to another one, each to find their own ballots.
   */
  const gatheredMasks = gather(async (_: string, wanted: readonly Wanted[]): Promise<number[][]> => {
    const [{ slug, pollIds }] = wanted as [Wanted];
    const keys = keysOf(slug);
    const names = pollIds.flatMap((pollId) => [keys.box(pollId), keys.ballots(pollId)]);
    return inParts(wanted, Math.max(1, Math.floor(MAX_READ / pollIds.length)), async (part) => {
      const masks = await run<number[]>(
        'read-ballots',
        names,
        part.map(({ viewer }) => viewer),
      );
      return part.map((_viewer, place) =>
        pollIds.map((_poll, poll) => masks[poll * part.length + place] ?? 0),
      );
    });
  });

  async function readTally(slug: EventSlug, pollId: PollId): Promise<BoxTally | null> {
    const box = await redis.hgetall(keysOf(slug).box(pollId));
    if (box.options === undefined) return null;
    const counts = Array.from({ length: Number(box.options) }, (_, option) =>
      Number(box[`votes:${option}`] ?? 0),
    );
    return { counts, ballots: Number(box.ballots ?? 0) };
  }

  return {
    // One connection keeps the batches in order.
    castBallots: (slug, ballots) => inParts(ballots, MAX_BATCH, (part) => castBatch(slug, part)),

    async readBallots(slug, viewer, pollIds) {
      if (pollIds.length === 0) return new Map();
      const masks = await gatheredMasks.add([slug, ...pollIds].join(), { slug, pollIds, viewer });
      return new Map(
        pollIds.flatMap((pollId, index) => (masks[index] ? [[pollId, choiceOf(masks[index])] as const] : [])),
      );
    },

    async readTallies(slug, pollIds) {
      const tallies = await orUnavailable(Promise.all(pollIds.map((pollId) => readTally(slug, pollId))));
      return new Map(
        pollIds.flatMap((pollId, index) => {
          const tally = tallies[index];
          return tally ? [[pollId, tally] as const] : [];
        }),
      );
    },
  };
}

/** The ballots of one box as the script takes them, those of neighbours together. */
function runsOf(box: readonly Placed[]): Buffer[] {
  const packed = Buffer.allocUnsafe(box.length * 8);
  const runs: Buffer[] = [];
  let from = 0;
  for (const [index, { ballot }] of box.entries()) {
    const before = box[index - 1]?.ballot.viewer ?? ballot.viewer;
    if (ballot.viewer - before > MAX_GAP) {
      runs.push(packed.subarray(from, index * 8));
      from = index * 8;
    }
    packed.writeUInt32BE(ballot.viewer, index * 8);
    packed.writeUInt32BE(maskOf(ballot.choice) >>> 0, index * 8 + 4);
  }
  runs.push(packed.subarray(from));
  return runs;
}

/** For each box a string with a letter per ballot, then the masks that are not what was sent. */
function read(reply: readonly (string | number)[], boxes: readonly Placed[][]): BallotOutcome[] {
  const outcomes: BallotOutcome[] = [];
  let next = 0;
  for (const box of boxes) {
    const letters = String(reply[next]);
    next += 1;
    for (const [index, { place, ballot }] of box.entries()) {
      const status = STATUSES[letters[index] ?? ''];
      if (status === undefined) throw new Error('The script has another answer than expected.');
      if (status === 'closed') outcomes[place] = { status };
      else if (status === 'already') {
        outcomes[place] = { status, choice: choiceOf(Number(reply[next])) };
        next += 1;
      } else outcomes[place] = { status, choice: [...ballot.choice] };
    }
  }
  return outcomes;
}

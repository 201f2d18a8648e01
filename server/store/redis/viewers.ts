import { REACTION_KINDS } from '#shared/limits.ts';
import { emptyReactions } from '../reactions.ts';
import type { Pulse, PulseSums, Store } from '../store.ts';
import type { RedisClient } from './connect.ts';
import { orUnavailable } from './failure.ts';
import type { Keys } from './keys.ts';
import type { Run } from './scripts.ts';

type Viewers = Pick<Store, 'reserveViewers' | 'pulse'>;

type PulseReply = [
  epoch: string,
  seq: string,
  online: number,
  comments: number,
  counts: string[],
  nodes: number,
];

export function createViewers(redis: RedisClient, run: Run, keysOf: Keys, visitGapMs: number): Viewers {
  return {
    async reserveViewers(slug, count) {
      const last = await orUnavailable(redis.hincrby(keysOf(slug).counts, 'viewerNumbers', count));
      return last - count + 1;
    },

    async pulse(slug, report) {
      const keys = keysOf(slug);
      const reply = await run<PulseReply>(
        'pulse',
        [keys.meta, keys.leases, keys.seen, keys.counts, keys.positions, keys.archive],
        [reportOf(report, visitGapMs)],
      );
      return sumsOf(reply);
    },
  };
}

function reportOf({ arrived, seen, ...report }: Pulse, visitGapMs: number): string {
  // As BITFIELD says an index: to make texts of numbers takes Lua longer than all the rest.
  const places = (viewers: readonly number[]): string[] => viewers.map((viewer) => `#${viewer}`);
  const visitGapSeconds = visitGapMs / 1_000;
  return JSON.stringify({ ...report, arrived: places(arrived), seen: places(seen), visitGapSeconds });
}

function sumsOf([epoch, seq, online, comments, flat, nodes]: PulseReply): PulseSums {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < flat.length; at += 2) counts.set(String(flat[at]), Number(flat[at + 1]));
  const count = (name: string): number => counts.get(name) ?? 0;

  const reactions = emptyReactions();
  for (const kind of REACTION_KINDS) reactions[kind] = count(`taps:${kind}`);
  const ballots = count('ballots');
  const reactionBatches = count('reactionBatches');
  return {
    tip: { epoch, seq: Number(seq) },
    nodes: nodes,
    viewers: {
      online,
      peak: count('peak'),
      unique: count('unique'),
      visits: count('visits'),
      participations: comments + ballots + reactionBatches,
      comments,
      ballots,
      reactionBatches,
    },
    reactions,
  };
}

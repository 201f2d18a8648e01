import { z } from 'zod';
import { REACTION_KINDS } from '../limits.ts';
import { ActorId, Instant, PollId } from './ids.ts';
import { Tally } from './poll.ts';
import { ScreenPresence } from './screen.ts';

const count = z.int().nonnegative();

export const ReactionKind = z.enum(REACTION_KINDS);
export type ReactionKind = z.output<typeof ReactionKind>;

/**
 * The counters, each with one meaning (docs/protocol.md shows them in both languages):
 * `online` 在线人数: distinct viewers connected now, per node, summed over nodes (someone on two nodes counts twice).
 * `peak` 最高同时在线: the highest `online` so far.
 * `unique` 观看人数: distinct viewers connected for at least 5 s; exact, no estimate.
 * `visits` 观看人次: the same, counted again after 30 minutes away.
 * `participations` 参与人次: accepted comments + ballots + reaction batches; the parts stand beside it.
 */
export const ViewerCounts = z.object({
  online: count,
  peak: count,
  unique: count,
  visits: count,
  participations: count,
  comments: count,
  ballots: count,
  reactionBatches: count,
});
export type ViewerCounts = z.output<typeof ViewerCounts>;

export const ReactionCounts = z.record(ReactionKind, count);
export type ReactionCounts = z.output<typeof ReactionCounts>;

/** How much of the comment river is shown: accepted per second over all nodes, and the share shown (1 in `oneIn`). */
export const Flow = z.object({ perSecond: count, oneIn: z.number().min(1) });
export type Flow = z.output<typeof Flow>;

/**
 * How the show's machinery does, as the node sees it that serves this desk. `staleSince`: the store has not answered
 * since then, and the counters are those of that moment. `unsafe`: what `doctor` complains of.
 */
export const Health = z.object({
  store: z.enum(['ok', 'slow', 'unavailable']),
  staleSince: Instant.nullable(),
  engine: z.enum(['sqlite', 'redis']),
  unsafe: z.array(z.string()),
  nodes: count,
  /** Milliseconds between frames now, and the bounds it moves in. */
  beat: z.object({ ms: count, minMs: count, maxMs: count }),
});
export type Health = z.output<typeof Health>;

/** What a judge's device says of itself now and then; a battery is known where the browser tells. */
export const DeviceReport = z.object({
  at: Instant,
  /** Percent. */
  battery: z.int().min(0).max(100).nullable(),
  isCharging: z.boolean(),
  /** Cards that wait on the device. */
  unsent: count,
});
export type DeviceReport = z.output<typeof DeviceReport>;

/** Absolute values: only the newest matters. `tallies` holds the polls whose results this audience may see. */
export const Gauges = z.object({
  viewers: ViewerCounts,
  reactions: ReactionCounts,
  flow: Flow,
  tallies: z.record(PollId, Tally),
  /** The desk's alone, null for everyone else. */
  health: Health.nullable(),
  /** By the device's actor; empty in every audience but the desk's. */
  devices: z.record(ActorId, DeviceReport),
  /** By the page, whole; empty in every audience but the desk's. A page that was lost is kept for ten minutes. */
  screenPages: z.record(z.string(), ScreenPresence),
});
export type Gauges = z.output<typeof Gauges>;

import type { ReactionCounts, ReactionKind, ViewerCounts } from '#shared/model/gauges.ts';
import type { EventSlug } from '#shared/model/ids.ts';
import type { Clock } from '../lib/clock.ts';
import type { PulseSums, Store } from '../store/store.ts';

/**
 * Who of an event is connected here, and this node's pulse: it reports its viewers under a lease, adds its
 * reactions, and hears the sums over all nodes. A node that dies stops reporting; its viewers leave the counter
 * when the lease runs out.
 */
export type Presence = {
  join(viewer: number): void;
  leave(viewer: number): void;
  react(kind: ReactionKind, count: number): void;
  /** Reports now and returns the counters. */
  measure(): Promise<ViewerCounts>;
  /** Says goodbye: this node's viewers leave the counter at once. */
  stop(): Promise<void>;
};

const PULSE_MS = 1000;
/** Taps are shown sooner than the next regular pulse. */
const REACTION_MS = 250;
const LEASE_MS = 4500;
/** A page reload is no departure. */
const LEAVE_AFTER_MS = 3000;
const ARRIVED_AFTER_MS = 5000;
/** Arrivals recorded at once: what a storm brings is spread over several pulses. */
const ARRIVALS_PER_PULSE = 500;
/** How often viewers who stay are said to be still here, so that a crash does not make them visitors anew. */
const STILL_HERE_MS = 5 * 60_000;
/** Those still here or gone, recorded at once: all of a full node in one pulse would keep the store busy for everybody. */
const SEEN_PER_PULSE = 200;

type Parts = {
  slug: EventSlug;
  node: string;
  store: Store;
  clock: Clock;
  onSums(sums: PulseSums, tookMs: number): void;
  onAway(): void;
  onFailure(error: unknown): void;
};

export function createPresence({ slug, node, store, clock, onSums, onAway, onFailure }: Parts): Presence {
  /** Connections per viewer; 0 while a departure may still turn out to be a reload. */
  const connections = new Map<number, number>();
  /** In order of time, as both maps are filled at the end and read from the front. */
  const arriving = new Map<number, number>();
  const leaving = new Map<number, number>();
  /** Who has been recorded, and when last; the longest ago first. */
  const counted = new Map<number, number>();
  /** Still here, or gone, and not yet recorded as such. */
  let seen: number[] = [];
  let reactions: Partial<ReactionCounts> = {};
  let batches = 0;
  let hasMore = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let dueAt = Infinity;
  let inFlight: Promise<PulseSums> | null = null;

  function schedule(delayMs: number): void {
    const at = clock.now() + delayMs;
    if (stopped || at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(() => void pulse().catch(onFailure), delayMs);
    timer.unref();
  }

  function sweep(): void {
    const now = clock.now();
    for (const [viewer, since] of leaving) {
      if (since > now - LEAVE_AFTER_MS) break;
      leaving.delete(viewer);
      connections.delete(viewer);
      arriving.delete(viewer);
      if (counted.delete(viewer)) seen.push(viewer);
    }
    for (const [viewer, saidAt] of counted) {
      if (saidAt > now - STILL_HERE_MS || seen.length >= SEEN_PER_PULSE) break;
      counted.delete(viewer);
      counted.set(viewer, now);
      seen.push(viewer);
    }
  }

  function takeArrived(): number[] {
    const before = clock.now() - ARRIVED_AFTER_MS;
    const arrived: number[] = [];
    for (const [viewer, since] of arriving) {
      if (since > before || arrived.length === ARRIVALS_PER_PULSE) break;
      arriving.delete(viewer);
      arrived.push(viewer);
      counted.set(viewer, clock.now());
    }
    return arrived;
  }

  async function report(): Promise<PulseSums> {
    sweep();
    const taken = {
      arrived: takeArrived(),
      seen: seen.slice(0, SEEN_PER_PULSE),
      reactions,
      reactionBatches: batches,
    };
    [seen, reactions, batches] = [seen.slice(SEEN_PER_PULSE), {}, 0];
    const askedAt = performance.now();
    hasMore = taken.arrived.length === ARRIVALS_PER_PULSE;
    try {
      const sums = await store.pulse(slug, {
        node,
        leaseMs: LEASE_MS,
        online: stopped ? 0 : connections.size,
        ...taken,
      });
      onSums(sums, performance.now() - askedAt);
      return sums;
    } catch (error) {
      // Unknown whether it counted: arrivals are recorded once whatever is said twice, so they are said again; taps are not.
      seen = [...taken.seen, ...seen];
      for (const viewer of taken.arrived) arriving.set(viewer, 0);
      onAway();
      throw error;
    }
  }

  function pulse(): Promise<PulseSums> {
    dueAt = Infinity;
    clearTimeout(timer);
    inFlight ??= report().finally(() => {
      inFlight = null;
      schedule(batches > 0 || hasMore ? REACTION_MS : PULSE_MS);
    });
    return inFlight;
  }

  return {
    join(viewer) {
      leaving.delete(viewer);
      const before = connections.get(viewer);
      connections.set(viewer, (before ?? 0) + 1);
      if (before === undefined) arriving.set(viewer, clock.now());
      schedule(REACTION_MS);
    },
    leave(viewer) {
      const rest = (connections.get(viewer) ?? 1) - 1;
      connections.set(viewer, rest);
      if (rest === 0) leaving.set(viewer, clock.now());
    },
    react(kind, count) {
      reactions[kind] = (reactions[kind] ?? 0) + count;
      batches += 1;
      schedule(REACTION_MS);
    },
    async measure() {
      if (inFlight !== null) await inFlight.catch(() => undefined);
      return (await pulse()).viewers;
    },
    async stop() {
      if (stopped) return;
      stopped = true;
      clearTimeout(timer);
      await inFlight?.catch(() => undefined);
      await report().catch(onFailure);
    },
  };
}

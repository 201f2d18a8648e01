import { REACTION_KINDS } from '#shared/limits.ts';
import type { ReactionKind } from '#shared/model/gauges.ts';
import type { EventSlug } from '#shared/model/ids.ts';
import { emptyReactions } from '../reactions.ts';
import type { Pulse, PulseSums, Store } from '../store.ts';
import type { Core } from './core.ts';
import { prepare } from './database.ts';

type Viewers = Pick<Store, 'reserveViewers' | 'pulse'> & {
  /** Part of `clearEvent`. */
  forgetLeases(slug: EventSlug): void;
};
type Lease = { online: number; expiresAt: number };
type CountsRow = {
  epoch: string | null;
  seq: number;
  comments: number;
  ballots: number;
  reaction_batches: number;
  peak: number;
  unique_viewers: number;
  visits: number;
};

export function createViewers(core: Core, visitGapMs: number): Viewers {
  const { database, clock, write, nameEvent } = core;
  // There is one process, so what its connections are worth ends with it.
  const leases = new Map<EventSlug, Map<string, Lease>>();
  const reserve = prepare<{ last: number }>(
    database,
    'update events set viewer_numbers = viewer_numbers + ? where id = ? returning viewer_numbers as last',
  );
  const seenAt = prepare<{ seen_at: number }>(
    database,
    'select seen_at from visitors where event = ? and viewer = ?',
  );
  const arrive = prepare(
    database,
    `insert into visitors (event, viewer, seen_at) values (?, ?, ?)
     on conflict do update set seen_at = excluded.seen_at`,
  );
  const see = prepare(database, 'update visitors set seen_at = ? where event = ? and viewer = ?');
  const react = prepare(
    database,
    `insert into reactions (event, kind, taps) values (?, ?, ?)
     on conflict do update set taps = taps + excluded.taps`,
  );
  const taps = prepare<{ kind: ReactionKind; taps: number }>(
    database,
    'select kind, taps from reactions where event = ?',
  );
  const countArrivals = prepare(
    database,
    'update events set unique_viewers = unique_viewers + ?, visits = visits + ? where id = ?',
  );
  const countBatches = prepare(
    database,
    'update events set reaction_batches = reaction_batches + ? where id = ?',
  );
  const raisePeak = prepare(database, 'update events set peak = ? where id = ? and peak < ?');
  const counts = prepare<CountsRow>(
    database,
    `select epoch, seq, comments, ballots, reaction_batches, peak, unique_viewers, visits
     from events where id = ?`,
  );

  function recordArrivals(event: number, { arrived, seen }: Pulse, now: number): void {
    let uniqueCount = 0;
    let visitCount = 0;
    for (const viewer of arrived) {
      const last = seenAt.get(event, viewer)?.seen_at;
      if (last === undefined) uniqueCount += 1;
      if (last === undefined || now - last >= visitGapMs) visitCount += 1;
      arrive.run(event, viewer, now);
    }
    for (const viewer of seen) see.run(now, event, viewer);
    if (visitCount > 0) countArrivals.run(uniqueCount, visitCount, event);
  }

  function recordReactions(event: number, { reactions, reactionBatches }: Pulse): void {
    for (const kind of REACTION_KINDS) {
      const added = reactions[kind] ?? 0;
      if (added > 0) react.run(event, kind, added);
    }
    if (reactionBatches > 0) countBatches.run(reactionBatches, event);
  }

  function onlineNow(
    slug: EventSlug,
    { node, online, leaseMs }: Pulse,
    now: number,
  ): { online: number; nodes: number } {
    const nodes = leases.get(slug) ?? new Map<string, Lease>();
    leases.set(slug, nodes.set(node, { online, expiresAt: now + leaseMs }));
    let sum = 0;
    for (const [name, lease] of nodes) {
      if (lease.expiresAt > now) sum += lease.online;
      else nodes.delete(name);
    }
    return { online: sum, nodes: nodes.size };
  }

  function sums(event: number, { online, nodes }: { online: number; nodes: number }): PulseSums {
    const row = counts.get(event);
    if (!row) throw new Error('The event vanished inside a transaction.');
    const reactions = emptyReactions();
    for (const { kind, taps: total } of taps.all(event)) reactions[kind] = total;
    return {
      tip: { epoch: row.epoch ?? '', seq: row.seq },
      nodes,
      viewers: {
        online,
        peak: row.peak,
        unique: row.unique_viewers,
        visits: row.visits,
        participations: row.comments + row.ballots + row.reaction_batches,
        comments: row.comments,
        ballots: row.ballots,
        reactionBatches: row.reaction_batches,
      },
      reactions,
    };
  }

  return {
    reserveViewers: (slug, count) =>
      write(() => {
        const last = reserve.get(count, nameEvent(slug))?.last ?? 0;
        return last - count + 1;
      }),

    pulse: (slug, report) =>
      write(() => {
        const event = nameEvent(slug);
        const now = clock.now();
        recordArrivals(event, report, now);
        recordReactions(event, report);
        const present = onlineNow(slug, report, now);
        raisePeak.run(present.online, event, present.online);
        return sums(event, present);
      }),

    forgetLeases: (slug) => void leases.delete(slug),
  };
}

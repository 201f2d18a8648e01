import type { Comment } from '#shared/model/comment.ts';
import type { CommentId } from '#shared/model/ids.ts';
import type { CommentSample, DrawnComment } from '../store/store.ts';

/**
 * One event's comments on one node, between being accepted and being shown.
 *
 * Below `perSecond` all pass. Above it everyone gets the same fair sample: each comment drew a uniform priority when
 * it was accepted; a node publishes its smallest and how many it accepted; every node shows the smallest of the
 * union. The smallest of a union are among the smallest of its parts, so a comment's chance does not depend on the
 * node it came in by, and what nodes send each other is bounded by nodes × sample.
 */
export type River = {
  /** A comment accepted on this node. */
  offer(drawn: DrawnComment): void;
  /** What another node published. */
  receive(sample: CommentSample): void;
  /** Takes a comment out before it is shown, and keeps it out should it still arrive. */
  remove(id: CommentId): void;
  /** Takes a held comment out before the desk is told of it: it was decided meanwhile. */
  settle(id: CommentId): void;
  /** What to publish since the last call; null when nothing came in here. */
  share(): CommentSample | null;
  /** What to show now, oldest first. */
  take(): Comment[];
  /** Accepted per second over all nodes, and how many of them one shown stands for, over the last few seconds. */
  flow(): { perSecond: number; oneIn: number };
};

/** Priority of what always passes. */
export const ALWAYS = -1;

const FLOW_SECONDS = 3;
const REMEMBERED = 500;

type Parts = {
  perSecond: () => number;
  now: () => number;
  /** Comments everyone here has heard of; another node may be about to publish the last of them. */
  history?: readonly Comment[];
};

export function createRiver({ perSecond, now, history = [] }: Parts): River {
  /** Held comments go to the desk alone, which reads the rest from the store; they take no place from the others. */
  const createPools = () => ({ shown: createPool(perSecond, now), held: createPool(perSecond, now) });
  const incoming = createPools();
  const outgoing = createPools();
  const pools = [incoming.shown, incoming.held, outgoing.shown, outgoing.held];
  const meter = createMeter(now);
  const removed = new Set<CommentId>();
  const told = new Set(history.map(tale));
  let acceptedHere = 0;

  const kindOf = ({ comment }: DrawnComment): 'held' | 'shown' => (comment.held ? 'held' : 'shown');

  return {
    offer(drawn) {
      if (!drawn.comment.held) {
        acceptedHere += 1;
        meter.accepted(1);
      }
      incoming[kindOf(drawn)].add(drawn);
      outgoing[kindOf(drawn)].add(drawn);
    },
    receive({ accepted, drawn }) {
      meter.accepted(accepted);
      for (const one of drawn) {
        if (!removed.has(one.comment.id) && !told.has(tale(one.comment))) incoming[kindOf(one)].add(one);
      }
    },
    remove(id) {
      removed.add(id);
      const [oldest] = removed;
      if (removed.size > REMEMBERED && oldest !== undefined) removed.delete(oldest);
      for (const pool of pools) pool.remove(id);
    },
    settle(id) {
      // It may have been shown, taken back and put into the queue before: now it is to be told again.
      removed.delete(id);
      told.delete(id);
      for (const pool of [incoming.held, outgoing.held]) pool.remove(id);
    },
    share() {
      const drawn = [...outgoing.shown.draw(), ...outgoing.held.draw()];
      if (drawn.length === 0 && acceptedHere === 0) return null;
      const accepted = acceptedHere;
      acceptedHere = 0;
      return { accepted, drawn };
    },
    take() {
      const drawn = incoming.shown.draw();
      meter.shown(drawn.length);
      return [...drawn, ...incoming.held.draw()]
        .map(({ comment }) => comment)
        .toSorted((a, b) => a.at - b.at);
    },
    flow: () => meter.read(),
  };
}

/** A comment is told twice when it was held first: to the desk, then to all. */
const tale = ({ id, held }: Comment): string => (held ? `held ${id}` : id);

type Pool = {
  add(drawn: DrawnComment): void;
  remove(id: CommentId): void;
  /** The smallest priorities the budget allows, and all that always pass; the rest are gone. */
  draw(): DrawnComment[];
};

/** A budget of `perSecond` with one second's worth of burst, spent on the smallest priorities that were added. */
function createPool(perSecond: () => number, now: () => number): Pool {
  let waiting: DrawnComment[] = [];
  let budget = perSecond();
  let refilledAt = now();

  /** In the order in which they came, which is the store's: of the same millisecond all are read as they were heard. */
  function smallest(count: number): DrawnComment[] {
    if (waiting.length <= count) return waiting;
    const chosen = new Set(waiting.toSorted((a, b) => a.priority - b.priority).slice(0, count));
    return waiting.filter((drawn) => chosen.has(drawn));
  }

  return {
    add(drawn) {
      waiting.push(drawn);
      // Pruned now and then, so that a flood between two beats costs bounded memory.
      const most = perSecond() * 4;
      if (waiting.length >= most * 2) waiting = smallest(most);
    },
    remove(id) {
      waiting = waiting.filter(({ comment }) => comment.id !== id);
    },
    draw() {
      if (waiting.length === 0) return [];
      const at = now();
      budget = Math.min(perSecond(), budget + (perSecond() * (at - refilledAt)) / 1000);
      refilledAt = at;
      const always = waiting.filter(({ priority }) => priority === ALWAYS).length;
      const drawn = smallest(always + Math.floor(budget));
      budget -= drawn.length - always;
      waiting = [];
      return drawn;
    },
  };
}

/** Counts over the last few whole seconds. */
function createMeter(now: () => number): {
  accepted(count: number): void;
  shown(count: number): void;
  read(): { perSecond: number; oneIn: number };
} {
  let seconds: { second: number; accepted: number; shown: number }[] = [];

  const current = (): { second: number; accepted: number; shown: number } => {
    const second = Math.floor(now() / 1000);
    const last = seconds.at(-1);
    if (last?.second === second) return last;
    seconds = seconds.filter((past) => past.second >= second - FLOW_SECONDS);
    const next = { second, accepted: 0, shown: 0 };
    seconds.push(next);
    return next;
  };

  return {
    accepted(count) {
      current().accepted += count;
    },
    shown(count) {
      if (count > 0) current().shown += count;
    },
    read() {
      const { second } = current();
      const past = seconds.filter((one) => one.second < second);
      const accepted = past.reduce((sum, one) => sum + one.accepted, 0);
      const shown = past.reduce((sum, one) => sum + one.shown, 0);
      const oneIn = shown === 0 ? 1 : Math.max(1, Math.round((accepted / shown) * 10) / 10);
      return { perSecond: Math.round(accepted / FLOW_SECONDS), oneIn };
    },
  };
}

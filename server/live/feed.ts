import { AUDIENCES } from '#shared/limits.ts';
import type { Audience } from '#shared/model/actor.ts';
import type { Comment } from '#shared/model/comment.ts';
import type { Gauges } from '#shared/model/gauges.ts';
import type { PollId } from '#shared/model/ids.ts';
import type { Tally } from '#shared/model/poll.ts';
import type { EventState } from '#shared/model/state.ts';
import { countedBoxes } from '#shared/rules/boxes.ts';
import { noGauges } from '#shared/rules/fold.ts';
import type { CommentSample, FactRecord, Turn } from '../store/store.ts';
import { type AudienceFeed, createAudience } from './audience.ts';
import { type Beat, createBeat } from './beat.ts';
import { nextTurn } from './broadcast.ts';
import { foldLog, type Observed, withHistory } from './cohort.ts';
import { createCompany, isNothing } from './company.ts';
import type { Load } from './load.ts';
import { createRiver, type River } from './river.ts';

/** An event on this node: what its audiences have heard, and what they hear at the next beat. */
export type Feed = {
  readonly river: River;
  readonly beat: Beat;
  /** Connections on this node, of all audiences. */
  readonly size: number;
  audience(audience: Audience): AudienceFeed;
  /** Another node's share of the comments. */
  receive(node: string, turn: Turn, sample: CommentSample): void;
  /** Facts from the ledger, in order. */
  hear(records: readonly FactRecord[]): void;
  /** Gauges as they are now; only what changed is sent, and only to those who may see it. */
  show(gauges: Partial<Gauges>): void;
  showTallies(tallies: Record<PollId, Tally>): void;
  /** How judges' devices are: for the desk alone. */
  showDevices(devices: Gauges['devices']): void;
  /** The log was replaced by another one; the comments shown so far stay. */
  reset(epoch: string, log: readonly FactRecord[]): void;
  /** About once a second: slow readers, the flow gauge. */
  tend(): void;
  /** Closes every connection. */
  dismiss(): void;
  stop(): void;
};

export type FeedStart = {
  epoch: string;
  log: readonly FactRecord[];
  /** The last ones shown and held, each oldest first. */
  comments: readonly Comment[];
};

/** A store that does not record them within this time is in trouble, and not waited for. */
const MOST_HURRY_MS = 10;

type Parts = {
  start: FeedStart;
  /** All that the server knows, to decide who may see a tally. */
  known: () => EventState;
  now: () => number;
  /** Has comments recorded that are on their way; null when none are. */
  hurry(againMs: number): Promise<void> | null;
  /** Publishes this node's share of the comments to the other nodes. */
  share(sample: CommentSample, turn: Turn): void;
  load: Load;
  observe: Observed;
};

export function createFeed({ start, known, now, hurry, share, load, observe }: Parts): Feed {
  let gauges: Gauges = noGauges;
  const river = createRiver({
    perSecond: () => known().event.comments.displayPerSecond,
    now,
    history: start.comments,
  });
  const feeds = new Map(
    AUDIENCES.map((audience) => [audience, createAudience(audience, startOf(audience, start), observe)]),
  );
  const all = [...feeds.values()];

  /** Cohorts of the largest audience: whoever has fewer is silent in the turns beyond. */
  const phases = (): number => Math.max(...all.map(({ cohorts }) => cohorts));
  let phase = 0;

  async function send(toAll: boolean): Promise<number> {
    phase = (phase + 1) % phases();
    tell('alone'); // whenever comments are taken, or those from here would have better chances
    const comments = river.take();
    for (const feed of all) feed.take(comments);
    const spentMs = await Promise.all(all.map((feed) => feed.flush(toAll ? 'all' : phase)));
    return spentMs.reduce((sum, ms) => sum + ms, 0);
  }
  const beat = createBeat({ send, collect, load, phases });

  const company = createCompany({ now: () => performance.now(), publish: share });
  const tell = (turn: Turn): void => company.tell(river.share(), turn);

  /** What has been recorded becomes news within a turn of the event loop; the others hear of it before it is sent here. */
  async function collect(againMs: number, turn: Turn): Promise<void> {
    let isOver = false; // a store in trouble answers later
    const told = hurry(againMs)
      ?.then(nextTurn)
      .then(() => tell(isOver ? 'alone' : turn));
    if (told === undefined) tell(turn);
    else await within(told, MOST_HURRY_MS);
    if (turn !== 'alone') await company.together(againMs);
    isOver = true;
  }

  function startOf(
    audience: Audience,
    { epoch: first, log, comments }: FeedStart,
  ): { epoch: string; state: EventState; revision: number } {
    const { state, revision } = foldLog(audience, log);
    const history = audience === 'staff' ? comments : comments.filter((comment) => !comment.held);
    return { epoch: first, state: withHistory(state, history, visible(audience, gauges)), revision };
  }

  /** What of the gauges this audience may see: the desk all of it, everyone else the tallies that are not hidden. */
  function visible(audience: Audience, shown: Gauges): Gauges {
    if (audience === 'staff') return shown;
    return { ...shown, health: null, tallies: publicTallies(shown.tallies), devices: {}, screenPages: {} };
  }

  function publicTallies(tallies: Record<PollId, Tally>): Record<PollId, Tally> {
    const open = new Set(
      countedBoxes(known())
        .filter(({ isPublic }) => isPublic)
        .map(({ id }) => id),
    );
    return Object.fromEntries(
      Object.entries(tallies).filter(([id]) => open.has(id as PollId)),
    ) as typeof tallies;
  }

  /** A hidden tally is everyone's now, as it would be on a node that starts after the reveal. */
  function reveal(tallies: Record<PollId, Tally>): void {
    gauges = { ...gauges, tallies: { ...gauges.tallies, ...tallies } };
    for (const feed of all) feed.show({ tallies }, now());
  }

  return {
    river,
    beat,
    get size() {
      return all.reduce((sum, feed) => sum + feed.size, 0);
    },
    audience: (audience) => feeds.get(audience) as AudienceFeed,
    receive(node, turn, sample) {
      company.hear(node, sample, turn);
      river.receive(sample);
      if (!isNothing(sample)) beat.touch(Math.max(sample.accepted, sample.drawn.length));
      if (turn === 'leads') beat.join();
    },
    hear(records) {
      for (const { type, payload } of records) {
        if (type === 'comment:hidden') river.remove(payload.commentId);
        if (type === 'comment:approved' || type === 'comment:rejected') river.settle(payload.commentId);
        if (type === 'poll:revealed') reveal({ [payload.pollId]: payload.tally });
      }
      for (const feed of all) feed.hear(records);
      beat.touch();
    },
    show(changed) {
      const news = differing(gauges, changed);
      if (Object.keys(news).length === 0) return;
      gauges = { ...gauges, ...news };
      const { health: _health, screenPages: _pages, ...open } = news; // the desk's alone
      const isOpen = Object.keys(open).length > 0;
      for (const feed of all) {
        if (feed.audience === 'staff') feed.show(news, now());
        else if (isOpen) feed.show(open, now());
      }
      beat.nudge();
    },
    showTallies(tallies) {
      const news = differing(gauges.tallies, tallies);
      if (Object.keys(news).length === 0) return;
      gauges = { ...gauges, tallies: { ...gauges.tallies, ...news } };
      for (const feed of all) {
        const may = feed.audience === 'staff' ? news : publicTallies(news);
        if (Object.keys(may).length > 0) feed.show({ tallies: may }, now());
      }
      beat.nudge();
    },
    showDevices(devices) {
      gauges = { ...gauges, devices: { ...gauges.devices, ...devices } };
      feeds.get('staff')?.show({ devices }, now());
      beat.nudge();
    },
    reset(first, log) {
      for (const feed of all) {
        const { desk } = feed.state;
        const comments = [...feed.state.comments, ...desk.held, ...desk.delayed];
        const next = startOf(feed.audience, { epoch: first, log, comments });
        feed.reset(next.epoch, next.state, next.revision);
      }
    },
    tend() {
      this.show({ flow: river.flow() });
      for (const feed of all) feed.tend(now());
    },
    dismiss() {
      for (const feed of all) feed.dismiss();
    },
    stop: () => beat.stop(),
  };
}

/** Waits for it, so long at most. */
function within(work: Promise<unknown>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void work.finally(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Those of the new values that differ from the old ones. */
const differing = <T extends object, F extends Partial<T>>(old: T, fresh: F): F =>
  Object.fromEntries(
    Object.entries(fresh).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(old[key as keyof T]),
    ),
  ) as F;

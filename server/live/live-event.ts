import type { Comment, CommentStatus, Review } from '#shared/model/comment.ts';
import type { EventSlug, PollId, RoundId } from '#shared/model/ids.ts';
import type { EventState } from '#shared/model/state.ts';
import { LIMITS } from '#shared/limits.ts';
import type { Live } from '../context.ts';
import type { Clock } from '../lib/clock.ts';
import type { Ids } from '../lib/ids.ts';
import type { Bus, BusMessage, FactRecord, Store, Tip } from '../store/store.ts';
import { createAlarm } from './alarm.ts';
import type { Observed } from './cohort.ts';
import { createFeed, type Feed } from './feed.ts';
import { createLedger, type EventLedger } from './ledger.ts';
import type { Load } from './load.ts';
import { createPresence, type Presence } from './presence.ts';
import { createHealth } from './health.ts';
import { createReleases } from './releases.ts';
import { ALWAYS } from './river.ts';
import { createScreenPages, type ScreenPages } from './screen-pages.ts';
import { createTallyWatch } from './tallies.ts';

/** One event, alive on this node: its ledger, its feed, its viewers, and the watch over its polls. */
export type LiveEvent = {
  readonly slug: EventSlug;
  readonly ledger: EventLedger;
  readonly feed: Feed;
  readonly presence: Presence;
  readonly screenPages: ScreenPages;
  readonly live: Pick<Live, 'offerComment' | 'addReactions' | 'viewers' | 'reportDevice'>;
  /** Ballots were cast here. */
  voted(): void;
  close(): Promise<void>;
};

export type LiveEventParts = {
  node: string;
  store: Store;
  bus: Bus;
  clock: Clock;
  ids: Ids;
  /** A uniform number in [0, 1): a comment's chance to be shown when not all can be. */
  random: () => number;
  /** What is unsafe about the store, as `doctor` names it. */
  unsafe: readonly string[];
  /** Closes a poll whose time has come; every node asks, one of them is heard. */
  closePoll(slug: EventSlug, pollId: PollId): Promise<unknown>;
  closeVote(slug: EventSlug, roundId: RoundId): Promise<unknown>;
  /** The event was cleared; nothing will come of it any more. */
  onCleared(slug: EventSlug): void;
  load: Load;
  observe: Observed;
  onFailure(error: unknown): void;
};

const TEND_MS = 1000;

/** Brings an event to life on this node; null when there is none of this name. */
export async function openLiveEvent(slug: EventSlug, parts: LiveEventParts): Promise<LiveEvent | null> {
  const { store, bus, clock, ids, node, onFailure } = parts;
  /** What arrives while the log is being read. */
  const early: BusMessage[] = [];
  let hear: (message: BusMessage) => void = (message) => early.push(message);
  const unsubscribe = await bus.subscribe(slug, (message) => hear(message));
  const past = await readPast(slug, store).catch((error: unknown) => {
    unsubscribe();
    throw error;
  });
  if (past === null) {
    unsubscribe();
    return null;
  }
  const { log, comments } = past;

  const ledger = createLedger({ slug, store, clock, ids, listener: { onFacts, onReset } }, log);
  const feed = createFeed({
    start: { epoch: log.tip.epoch, log: log.facts, comments },
    known: () => ledger.state,
    now: () => clock.now(),
    hurry: (againMs) => store.hurryComments(slug, againMs),
    share: (sample, turn) => bus.publish(slug, { kind: 'comments', from: node, turn, sample }),
    load: parts.load,
    observe: parts.observe,
  });
  const alarm = createAlarm({
    due: () => [
      ...pollsDue(ledger.state).map(({ at, pollId }) => ({
        at,
        ring: () => void parts.closePoll(slug, pollId).catch(onFailure),
      })),
      ...votesDue(ledger.state).map(({ at, roundId }) => ({
        at,
        ring: () => void parts.closeVote(slug, roundId).catch(onFailure),
      })),
    ],
    now: () => clock.now(),
  });
  const tallies = createTallyWatch({
    state: () => ledger.state,
    read: (pollIds) => store.readTallies(slug, pollIds),
    everyMs: () => feed.beat.intervalMs,
    onTallies: (fresh) => feed.showTallies(fresh),
    onFailure,
  });

  function onFacts(facts: readonly FactRecord[]): void {
    if (isCleared(facts)) return parts.onCleared(slug);
    feed.hear(facts);
    alarm.set();
    if (facts.some(({ type }) => type.startsWith('poll:') || type.startsWith('vote:'))) tallies.look();
  }

  function onReset(facts: readonly FactRecord[]): void {
    feed.reset(ledger.tip.epoch, facts);
    alarm.set();
    tallies.look();
  }

  const health = createHealth({
    engine: store.engine,
    unsafe: parts.unsafe,
    beatMs: () => feed.beat.intervalMs,
    now: () => clock.now(),
  });
  const offer = (comment: Comment, passes: 'sampled' | 'always'): void => {
    feed.river.offer({ priority: passes === 'always' ? ALWAYS : parts.random(), comment });
    feed.beat.touch();
  };
  const releases = createReleases({
    release: (limit) => store.releaseComments(slug, limit),
    onReleased(comment) {
      offer({ ...comment, at: clock.now() }, comment.author.role === 'viewer' ? 'sampled' : 'always');
    },
    now: () => clock.now(),
    onFailure,
  });

  const presence = createPresence({
    slug,
    node,
    store,
    clock,
    onAway: () => {
      health.away();
      feed.show({ health: health.read() });
    },
    onSums({ tip, nodes, viewers, reactions }, tookMs) {
      health.answered(tookMs, nodes);
      feed.show({ viewers, reactions });
      void ledger.compare(tip).catch(onFailure);
    },
    onFailure,
  });

  const screenPages = createScreenPages({
    now: () => clock.now(),
    publish: (pages) => bus.publish(slug, { kind: 'screens', from: node, pages }),
    show: (pages) => feed.show({ screenPages: pages }),
  });

  hear = (message) => {
    if (message.kind === 'facts') return void ledger.receive(message.epoch, message.facts).catch(onFailure);
    if (message.from === node) return;
    if (message.kind === 'devices') return feed.showDevices(message.devices);
    if (message.kind === 'screens') return screenPages.hear(message.from, message.pages);
    feed.receive(message.from, message.turn, message.sample);
  };
  for (const message of early) hear(message);
  // The counters are there before anybody joins, and go on being read while anybody is.
  await presence.measure().catch(onFailure);
  alarm.set();
  tallies.look();
  const tending = setInterval(() => {
    feed.tend();
    screenPages.tend();
    feed.show({ health: health.read() });
    releases.tend(ledger.state.event.comments.mode === 'delay');
  }, TEND_MS);
  tending.unref();

  return {
    slug,
    ledger,
    feed,
    presence,
    screenPages,
    live: {
      offerComment(comment, passes) {
        const dueAt = comment.review?.dueAt ?? null;
        if (dueAt !== null) releases.expect(dueAt);
        offer(comment, passes);
      },
      addReactions: (kind, count) => presence.react(kind, count),
      viewers: () => presence.measure(),
      reportDevice(actorId, report) {
        const devices = { [actorId]: report };
        feed.showDevices(devices);
        bus.publish(slug, { kind: 'devices', from: node, devices });
      },
    },
    voted: () => tallies.look(),
    async close() {
      clearInterval(tending);
      alarm.stop();
      tallies.stop();
      releases.stop();
      feed.stop();
      unsubscribe();
      await presence.stop();
    },
  };
}

const pollsDue = ({ polls }: EventState): { at: number; pollId: PollId }[] =>
  polls.flatMap(({ id, status, closesAt }) =>
    status === 'open' && closesAt !== null ? [{ at: closesAt, pollId: id }] : [],
  );

/** A vote by the day is over with its last box. */
const votesDue = ({ contest }: EventState): { at: number; roundId: RoundId }[] =>
  (contest?.rounds ?? []).flatMap(({ id, voting }) => {
    const at = voting?.boxes.at(-1)?.closesAt;
    return voting?.isOpen && at != null ? [{ at, roundId: id }] : [];
  });

/** A cleared event is none; its log may still be there for a moment, or because a node died while it was deleting it. */
export const isCleared = (log: readonly FactRecord[]): boolean =>
  log.some(({ type }) => type === 'event:cleared');

type Past = { log: { tip: Tip; facts: FactRecord[] }; comments: Comment[] };

/** The log, and the last comments shown and held, each oldest first. */
async function readPast(slug: EventSlug, store: Store): Promise<Past | null> {
  const log = await store.readLog(slug, 0);
  if (log === null || isCleared(log.facts)) return null;
  const newest = async (status: 'shown' | 'held' | 'delayed', limit: number): Promise<Comment[]> => {
    const stored = await store.listComments(slug, { status, limit, order: 'newest' });
    return stored.toReversed().map(({ comment, review }) => asHeard(comment, status, review));
  };
  const shown = await newest('shown', LIMITS.snapshotComments);
  const held = await newest('held', LIMITS.heldComments);
  const delayed = await newest('delayed', LIMITS.heldComments);
  return { log, comments: [...shown, ...held, ...delayed] };
}

const asHeard = (comment: Comment, status: CommentStatus, review: Review | null): Comment =>
  status === 'shown' ? comment : { ...comment, held: true, ...(review !== null && { review }) };

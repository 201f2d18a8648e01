import type { Turn } from '../store/store.ts';
import type { Load } from './load.ts';

/**
 * When an event's frames leave. The first news after quiet leaves at once (with whatever else came in the same turn
 * of the event loop). While busy the interval stretches, for two reasons: a reader gains nothing from more than a
 * few frames a second once each holds several comments, and sending to a large audience must leave the process time
 * for everything else; where news are so rare that each may have a frame of its own, the time between them does. Gauges
 * are in no hurry: they ride along, or leave by themselves a little later, and unless the interval is stretched a frame
 * of gauges alone does not make the news behind it wait.
 *
 * A large audience is sent to in phases: each send is for one cohort of it, and the interval is one round of all of them.
 */
export type Beat = {
  /** Facts or comments wait to be sent; so many. */
  touch(count?: number): void;
  /** Another node leads: what waits here leaves now as well, if it would soon, so that each has what came in on the other. */
  join(): void;
  /** Gauges changed. */
  nudge(): void;
  /** The present interval, for metrics and the host. */
  readonly intervalMs: number;
  stop(): void;
};

/** Every limit of the beat. */
export type BeatLimits = {
  /** Between frames while news trickles in. */
  minMs: number;
  /** Between frames while it pours, to an audience that costs little: what ten comments at once take to read is longer. */
  busyMs: number;
  /** News per second from which `minMs` begins to stretch towards `busyMs`. */
  calmPerSecond: number;
  /** Never longer than this, whatever it costs. */
  maxMs: number;
  /** What sending may take of the time that everything else in the process leaves. */
  share: number;
  /** Beyond this readers would feel the wait: sending takes more, up to `mostShare`, before the interval grows further. */
  patienceMs: number;
  mostShare: number;
  /** However busy the process is, sending goes on as if at least this much of its time were left. */
  leastLeft: number;
};

export const BEAT_LIMITS: BeatLimits = {
  minMs: 50,
  busyMs: 250,
  calmPerSecond: 8,
  maxMs: 1000,
  share: 0.42,
  patienceMs: 250,
  mostShare: 0.51,
  leastLeft: 0.3,
};

/** How long gauges wait for news to ride along with: longer while news keep coming, and the next should be there by then. */
const GAUGES_WAIT = { leastMs: 100, mostMs: 400, gaps: 1.25 };
/** Gauges alone leave at every other beat, and take at most a sixth of the time there is: many processes may share a core. */
const GAUGES_BEATS = 2;
const GAUGES_REST = 5;
/** However crowded the machine is, gauges are no older than this. */
const GAUGES_MOST_MS = 60_000;
/** Beyond this it is no crowd but a hiccup. */
const MOST_CROWDED = 10;
/** How much of the past a new measurement of the cost of a whole round replaces; of a part of it, that part. */
const WEIGHT = 0.3;
/** Over which time news are counted. */
const RATE_MS = 1000;
/** How many times as many as came since the last frame may be taken for usual: what trickles after a burst does not wait as in it. */
const MOST_USUAL = 1.5;
/** Where turns are closer to each other than this, what another node took in waits for none of them long. */
const WORTH_JOINING_MS = 100;
/** From which part of the interval on a turn is called by another node: two find each other from wherever they were. */
const SOON = 0.5;
/** What of a round a turn may be late and still leave the turns after it where they were: after that, all are put off. */
const MOST_LATE = 0.5;

type Parts = {
  /** Writes to everyone, or to those whose turn it is, and resolves with the milliseconds of CPU it took. It is never run twice at once. */
  send: (toAll: boolean) => Promise<number>;
  /**
   * Brings in what is about to become news, before a send that the next follows not as soon as it may but after `againMs`;
   * unless the turn is this node's alone, what the others are about to tell as well.
   */
  collect?: (againMs: number, turn: Turn) => Promise<void>;
  /** In how many sends everyone is reached. */
  phases?: () => number;
  /** How busy the whole process is. */
  load: Load;
  now?: () => number;
  limits?: BeatLimits;
};

export function createBeat(parts: Parts): Beat {
  const {
    send,
    collect,
    load,
    phases = () => 1,
    now = () => performance.now(),
    limits = BEAT_LIMITS,
  } = parts;
  const { minMs, busyMs, calmPerSecond, maxMs, share, patienceMs, mostShare, leastLeft } = limits;
  /** Of one round: until everyone has been sent to. */
  let intervalMs = minMs;
  let costMs = 0;
  /** Sends until everyone has what waits. */
  let owed = 0;
  let newsPerSecond = 0;
  let news = 0;
  /** When the last turn was that counts for the interval: when it was to be, if it was a little late. */
  let lastAt = -Infinity;
  /** When the news that wait are to leave. */
  let dueAt = Infinity;
  /** When the last frame left, also one of gauges alone. */
  let sentAt = -Infinity;
  /** The CPU that the last frame took. */
  let spentMs = 0;
  /** How many times as long as its CPU a frame has been taking lately: 1 with a core to itself. */
  let crowding = 1;
  /** The turn that is due was called by another node. */
  let isCalled = false;
  let state: 'quiet' | 'waiting' | 'sending' | 'stopped' = 'quiet';
  /** What has been waiting since the last frame left, if anything. */
  let waiting: 'news' | 'gauges' | null = null;
  let timer: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;

  async function run(): Promise<void> {
    state = 'sending';
    const turnAt = Math.max(Math.min(now(), dueAt), now() - intervalMs * MOST_LATE);
    const turn = joins() ? (isCalled ? 'follows' : 'leads') : 'alone';
    isCalled = false;
    if (collect !== undefined && intervalMs > minMs) await collect(intervalMs / phases(), turn);
    if (stopped()) return;
    const sinceMs = Math.max(1, turnAt - lastAt);
    const sent = waiting;
    const counts = sent === 'news' || intervalMs > minMs;
    countNews(counts, sinceMs);
    const count = phases();
    const toAll = count === 1 || (sent === 'news' && sinceMs >= intervalMs); // news after quiet wait for no turn
    owed = toAll ? 0 : owed - 1;
    if (counts) lastAt = turnAt;
    waiting = null;
    const startedAt = now();
    const spent = await send(toAll);
    sentAt = now();
    spentMs = spent;
    const crowd = (sentAt - startedAt) / Math.max(1, spent);
    crowding += (Math.min(MOST_CROWDED, Math.max(1, crowd)) - crowding) * WEIGHT;
    const part = toAll ? 1 : 1 / count;
    costMs += (spent / part - costMs) * WEIGHT * part;
    intervalMs = Math.min(maxMs, Math.max(smoothMs(), affordableMs((costMs * part) / sinceMs)));
    if (stopped()) return;
    state = 'quiet';
    if (owed > 0) waiting ??= sent;
    if (waiting !== null) schedule();
  }

  function countNews(counts: boolean, sinceMs: number): void {
    if (counts) newsPerSecond += ((news * 1000) / sinceMs - newsPerSecond) * Math.min(1, sinceMs / RATE_MS);
    newsPerSecond = Math.min(newsPerSecond, (MOST_USUAL * (news + 1) * 1000) / sinceMs);
    news = 0;
  }

  function gaugesWaitMs(): number {
    const perSecond = Math.min(newsPerSecond, 1000 / Math.max(1, now() - lastAt));
    const nextMs = (GAUGES_WAIT.gaps * 1000) / perSecond;
    return nextMs > GAUGES_WAIT.mostMs ? GAUGES_WAIT.leastMs : Math.max(GAUGES_WAIT.leastMs, nextMs);
  }

  const smoothMs = (): number => Math.max(minMs, Math.min(busyMs, (minMs * newsPerSecond) / calmPerSecond));

  function affordableMs(own: number): number {
    const left = Math.max(leastLeft, 1 - Math.max(0, load() - own));
    const oneByOne = (newsPerSecond * costMs) / 1000;
    if (oneByOne <= mostShare * left) return minMs;
    return Math.min(costMs / (share * left), Math.max(patienceMs, costMs / (mostShare * left)));
  }

  /** Only where nothing but its readers stretches the interval: what costs much may not be done earlier than is due. */
  const joins = (): boolean => phases() === 1 && intervalMs >= WORTH_JOINING_MS && intervalMs <= smoothMs();

  // A function, because the state may change while `send` runs.
  const stopped = (): boolean => state === 'stopped';

  function schedule(from = -Infinity): void {
    clearTimeout(timer);
    state = 'waiting';
    const isNews = waiting === 'news';
    const count = phases();
    // Once for the time in which others had the core, twice for those others, who have gauges to send as well: they are
    // many more than have been met at a time.
    const restMs = Math.min(spentMs * GAUGES_REST * crowding ** 3, GAUGES_MOST_MS / count);
    const gaugesAt = Math.max(lastAt + (intervalMs / count) * GAUGES_BEATS, sentAt + restMs);
    dueAt = isNews ? Math.max(from, lastAt + intervalMs / count) : Infinity;
    const waitMs = isNews ? dueAt - now() : Math.max(gaugesAt - now(), gaugesWaitMs());
    if (waitMs <= 0) immediate = setImmediate(() => void run());
    else timer = setTimeout(() => void run(), waitMs);
  }

  return {
    touch(count = 1) {
      news += count;
      owed = phases();
      if (waiting === 'news') return;
      waiting = 'news';
      if (state === 'quiet' || state === 'waiting') schedule(now());
    },
    join() {
      const at = now();
      if (state !== 'waiting' || waiting !== 'news' || !joins() || at < lastAt + intervalMs * SOON) return;
      isCalled = true;
      if (dueAt <= at) return; // it is about to begin
      dueAt = at;
      clearTimeout(timer);
      immediate = setImmediate(() => void run());
    },
    nudge() {
      owed = phases();
      if (waiting !== null) return;
      waiting = 'gauges';
      if (state === 'quiet') schedule(now());
    },
    get intervalMs() {
      return intervalMs;
    },
    stop() {
      state = 'stopped';
      clearTimeout(timer);
      clearImmediate(immediate);
    },
  };
}

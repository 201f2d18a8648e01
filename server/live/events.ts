import type { Actor } from '#shared/model/actor.ts';
import { ActorId, type EventSlug, type PollId, type RoundId } from '#shared/model/ids.ts';
import type { EventState } from '#shared/model/state.ts';
import { everyBox } from '#shared/rules/boxes.ts';
import { blankState, fold } from '#shared/rules/fold.ts';
import type { CommandName } from '#shared/protocol/commands.ts';
import type { CommonContext, Context, Live } from '../context.ts';
import { fail } from '../lib/app-error.ts';
import type { Execute } from '../execute.ts';
import { gather } from '../lib/gather.ts';
import { createVoteWatch } from '../lib/vote-watch.ts';
import { createLedger, emptyLog } from './ledger.ts';
import { isCleared, type LiveEvent, type LiveEventParts, openLiveEvent } from './live-event.ts';
import type { NewBallot } from '../store/store.ts';

/** The events alive on this node, opened when somebody asks and closed when nobody has for a while. */
export type LiveEvents = {
  /** Rejects with NOT_FOUND. */
  open(slug: EventSlug): Promise<LiveEvent>;
  /** What the pipeline hands to a handler. */
  contextOf(slug: EventSlug, name: CommandName): CommonContext | Promise<CommonContext>;
  all(): Promise<LiveEvent[]>;
  close(): Promise<void>;
};

type Parts = Omit<LiveEventParts, 'closePoll' | 'closeVote' | 'onCleared'> & {
  /** An event was cleared: what else is known of it on this node is forgotten. */
  forget(slug: EventSlug): void;
  newViewer: (slug: EventSlug, name: string) => Promise<Actor>;
  mintToken: Context['mintToken'];
  randomInt: Context['randomInt'];
  signer: Context['signer'];
  /** Reaches an actor's connections on every node. */
  reach: (slug: EventSlug) => Pick<Live, 'notify' | 'disconnect'>;
  execute: () => Execute;
};

const SWEEP_MS = 15_000;
const IDLE_MS = 60_000;
/** Together longer than a node's lease. */
const LOOKS = 60;
const LOOK_EACH_MS = 100;
const nobodyHere = { leaseMs: 0, online: 0, arrived: [], seen: [], reactions: {}, reactionBatches: 0 };

/** Acts when a poll's time has come. */
const timekeeper: Actor = { id: ActorId.parse('system'), role: 'admin', name: 'system', number: null };

/** `live`: the event once it is open, so that a command has it without waiting for a turn. */
type Opened = { event: Promise<LiveEvent | null>; live: LiveEvent | null; usedAt: number };

export function createLiveEvents(parts: Parts): LiveEvents {
  const { store, clock, ids, mintToken, randomInt, signer } = parts;
  const opened = new Map<EventSlug, Opened>();
  const contexts = new WeakMap<LiveEvent, CommonContext>();
  const ballots = gather(async (slug: EventSlug, batch: readonly NewBallot[]) => {
    const outcomes = await store.castBallots(slug, batch);
    opened.get(slug)?.live?.voted();
    return outcomes;
  });
  const closePoll = (slug: EventSlug, pollId: PollId): Promise<unknown> =>
    parts.execute()(slug, 'poll:close', timekeeper, { pollId });
  const closeVote = (slug: EventSlug, roundId: RoundId): Promise<unknown> =>
    parts.execute()(slug, 'vote:close', timekeeper, { roundId });

  /** Goodbyes under way on this node. */
  const leaving = new Map<EventSlug, Promise<void>>();

  /** Everyone here is sent away, and this node says goodbye to the store. */
  function onCleared(slug: EventSlug): void {
    const known = opened.get(slug);
    if (known === undefined) return;
    opened.delete(slug);
    parts.forget(slug);
    const sayGoodbye = async (): Promise<void> => {
      const event = await known.event;
      event?.feed.dismiss();
      await store.hurryComments(slug, 0); // none of theirs is recorded once everything is deleted
      await event?.close();
    };
    leaving.set(slug, sayGoodbye().catch(parts.onFailure));
  }

  /** The other nodes hear of it as they hear of any fact; one that is dead is not waited for beyond its lease. */
  async function dismissed(slug: EventSlug): Promise<void> {
    await leaving.get(slug);
    leaving.delete(slug);
    for (let look = 0; look < LOOKS; look += 1) {
      const { viewers } = await store.pulse(slug, { ...nobodyHere, node: parts.node });
      // Also after the last look: a comment that waits for company on its way to the store is there by then.
      await new Promise((resolve) => void setTimeout(resolve, LOOK_EACH_MS));
      if (viewers.online === 0) return;
    }
  }

  /** Finishes what a node that died while clearing has left behind. */
  async function finishClearing(slug: EventSlug): Promise<void> {
    const log = await store.readLog(slug, 0);
    if (log === null || !isCleared(log.facts)) return;
    const state = log.facts.reduce<EventState>(fold, blankState);
    await store.clearEvent(slug, everyBox(state));
  }

  async function open(slug: EventSlug): Promise<LiveEvent> {
    const known: Opened = opened.get(slug) ?? {
      event: openLiveEvent(slug, { ...parts, closePoll, closeVote, onCleared }),
      live: null,
      usedAt: 0,
    };
    known.usedAt = clock.now();
    if (known.live !== null) return known.live;
    opened.set(slug, known);
    const forget = (): void => void (opened.get(slug) === known && opened.delete(slug));
    const event = await known.event.catch((error: unknown) => {
      forget();
      throw error;
    });
    known.live = event;
    if (event !== null) return event;
    forget();
    return fail('NOT_FOUND', `no event ${slug}`);
  }

  async function sweep(): Promise<void> {
    for (const [slug, { event, usedAt }] of opened) {
      const live = await event.catch(() => null);
      if (live === null || clock.now() - usedAt < IDLE_MS || live.feed.size > 0) continue;
      opened.delete(slug);
      await live.close();
    }
  }

  const sweeper = setInterval(() => void sweep().catch(parts.onFailure), SWEEP_MS);
  sweeper.unref();

  const watch = createVoteWatch(clock);
  const common = (slug: EventSlug) => ({
    slug,
    watch,
    clock,
    ids,
    store,
    mintToken,
    randomInt,
    signer,
    newViewer: (name: string) => parts.newViewer(slug, name),
  });

  /** What handlers may touch, around an event that is not there yet: its ledger is empty and nobody listens. */
  function unborn(slug: EventSlug): CommonContext {
    const ledger = createLedger(
      { slug, store, clock, ids, listener: { onFacts() {}, onReset() {} } },
      emptyLog(ids),
    );
    const nobody: Live = {
      offerComment() {},
      addReactions() {},
      reportDevice() {},
      castBallot: () => fail('NOT_FOUND', `no event ${slug}`),
      viewers: () => fail('NOT_FOUND', `no event ${slug}`),
      dismissed: () => fail('NOT_FOUND', `no event ${slug}`),
      ...parts.reach(slug),
    };
    return { ...common(slug), ledger, live: nobody };
  }

  async function isThere(slug: EventSlug): Promise<boolean> {
    await finishClearing(slug);
    return (await store.readLog(slug, Number.MAX_SAFE_INTEGER)) !== null;
  }

  function contextAround(event: LiveEvent): CommonContext {
    const known = contexts.get(event);
    if (known !== undefined) return known;
    const { slug, ledger, live } = event;
    const context = {
      ...common(slug),
      ledger,
      live: {
        ...live,
        castBallot: (ballot: NewBallot) => ballots.add(slug, ballot),
        dismissed: () => dismissed(slug),
        ...parts.reach(slug),
      },
    };
    contexts.set(event, context);
    return context;
  }

  async function findContext(slug: EventSlug, name: CommandName): Promise<CommonContext> {
    if ((name === 'event:create' || name === 'event:clear') && !(await isThere(slug))) return unborn(slug);
    return contextAround(await open(slug));
  }

  return {
    open,
    contextOf(slug, name) {
      const known = opened.get(slug);
      if (name === 'event:create' || name === 'event:clear' || known === undefined || known.live === null)
        return findContext(slug, name);
      known.usedAt = clock.now();
      return contextAround(known.live);
    },
    async all() {
      const events = await Promise.all([...opened.values()].map(({ event }) => event.catch(() => null)));
      return events.filter((event) => event !== null);
    },
    async close() {
      clearInterval(sweeper);
      for (const { event } of opened.values()) await (await event.catch(() => null))?.close();
      opened.clear();
    },
  };
}

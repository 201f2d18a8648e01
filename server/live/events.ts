import type { Actor } from '#shared/model/actor.ts';
import { ActorId, type EventSlug, type PollId, type RoundId } from '#shared/model/ids.ts';
import type { CommandName } from '#shared/protocol/commands.ts';
import type { Context, Live } from '../context.ts';
import { fail } from '../lib/app-error.ts';
import type { Execute } from '../execute.ts';
import { createBallotBox } from './ballot-box.ts';
import { createLedger, emptyLog } from './ledger.ts';
import { type LiveEvent, type LiveEventParts, openLiveEvent } from './live-event.ts';

/** The events alive on this node, opened when somebody asks and closed when nobody has for a while. */
export type LiveEvents = {
  /** Rejects with NOT_FOUND. */
  open(slug: EventSlug): Promise<LiveEvent>;
  /** What the pipeline hands to a handler. */
  contextOf(slug: EventSlug, name: CommandName): Promise<Omit<Context, 'command'>>;
  all(): Promise<LiveEvent[]>;
  close(): Promise<void>;
};

type Parts = Omit<LiveEventParts, 'closePoll' | 'closeVote'> & {
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

/** Acts when a poll's time has come. */
const timekeeper: Actor = { id: ActorId.parse('system'), role: 'admin', name: 'system', number: null };

export function createLiveEvents(parts: Parts): LiveEvents {
  const { store, clock, ids, mintToken, randomInt, signer } = parts;
  const opened = new Map<EventSlug, { event: Promise<LiveEvent | null>; usedAt: number }>();
  const castBallot = createBallotBox(store);
  const closePoll = (slug: EventSlug, pollId: PollId): Promise<unknown> =>
    parts.execute()(slug, 'poll:close', timekeeper, { pollId });
  const closeVote = (slug: EventSlug, roundId: RoundId): Promise<unknown> =>
    parts.execute()(slug, 'vote:close', timekeeper, { roundId });

  async function open(slug: EventSlug): Promise<LiveEvent> {
    const known = opened.get(slug) ?? {
      event: openLiveEvent(slug, { ...parts, closePoll, closeVote }),
      usedAt: 0,
    };
    known.usedAt = clock.now();
    opened.set(slug, known);
    const forget = (): void => void (opened.get(slug) === known && opened.delete(slug));
    const event = await known.event.catch((error: unknown) => {
      forget();
      throw error;
    });
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

  const common = (slug: EventSlug) => ({
    slug,
    clock,
    ids,
    store,
    mintToken,
    randomInt,
    signer,
    newViewer: (name: string) => parts.newViewer(slug, name),
  });

  /** What handlers may touch, around an event that is not there yet: its ledger is empty and nobody listens. */
  function unborn(slug: EventSlug): Omit<Context, 'command'> {
    const ledger = createLedger(
      { slug, store, clock, ids, listener: { onFacts() {}, onReset() {} } },
      emptyLog(ids),
    );
    const nobody: Live = {
      offerComment() {},
      addReactions() {},
      castBallot: () => fail('NOT_FOUND', `no event ${slug}`),
      viewers: () => fail('NOT_FOUND', `no event ${slug}`),
      ...parts.reach(slug),
    };
    return { ...common(slug), ledger, live: nobody };
  }

  return {
    open,
    async contextOf(slug, name) {
      if (name === 'event:create') {
        const exists = (await store.readLog(slug, Number.MAX_SAFE_INTEGER)) !== null;
        if (!exists) return unborn(slug);
      }
      const { ledger, live } = await open(slug);
      return {
        ...common(slug),
        ledger,
        live: { ...live, castBallot: (ballot) => castBallot(slug, ballot), ...parts.reach(slug) },
      };
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

import type { Actor } from '#shared/model/actor.ts';
import type { EventSlug } from '#shared/model/ids.ts';
import type { SealedState } from '#shared/model/sealed.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Fact } from '#shared/protocol/updates.ts';
import { audienceOf } from '#shared/rules/audience.ts';
import { blankSealed, foldSealed } from '#shared/rules/contest/fold-sealed.ts';
import { blankState, fold } from '#shared/rules/fold.ts';
import type { Command, Decision, Ledger } from '../context.ts';
import { AppError, fail } from '../lib/app-error.ts';
import { chainHash, GENESIS } from '../lib/chain.ts';
import type { Clock } from '../lib/clock.ts';
import type { Ids } from '../lib/ids.ts';
import type { FactRecord, RecordedCommand, Store, Tip } from '../store/store.ts';

/** Told of facts as they enter this node's fold, and of a log that had to be read anew (its epoch changed). */
export type LedgerListener = {
  onFacts(facts: readonly FactRecord[]): void;
  onReset(log: readonly FactRecord[]): void;
};

export type EventLedger = Ledger & {
  readonly tip: Tip;
  /** Facts another node published; a gap is read from the log. */
  receive(epoch: string, facts: readonly FactRecord[]): Promise<void>;
  /** The log's end as the store reports it; reads on when it is ahead, starts a new epoch when it fell behind. */
  compare(tip: Omit<Tip, 'hash'>): Promise<void>;
};

type Log = { tip: Tip; facts: readonly FactRecord[] };
type Parts = { slug: EventSlug; store: Store; clock: Clock; ids: Ids; listener: LedgerListener };

/** How often one command may find that another node was faster before it gives up. */
const MAX_TRIES = 20;
const REFRESH_MS = 200;

/** What an event that is still to be created has for a log. */
export const emptyLog = (ids: Ids): Log => ({
  tip: { epoch: ids.opaque(), seq: 0, hash: GENESIS },
  facts: [],
});

/** The ledger of an event whose log has just been read. */
export function createLedger({ slug, store, clock, ids, listener }: Parts, log: Log): EventLedger {
  let state: EventState = log.facts.reduce<EventState>(fold, blankState);
  let sealed: SealedState = log.facts.reduce<SealedState>(foldSealed, blankSealed);
  let tip = log.tip;
  let reading: Promise<void> | null = null;
  let readAt = 0;
  /** Commands of this node decide one after the other, so that they do not race each other. */
  let turn: Promise<unknown> = Promise.resolve();

  function apply(facts: readonly FactRecord[]): void {
    const last = facts.at(-1);
    if (last === undefined) return;
    state = facts.reduce<EventState>(fold, state);
    sealed = facts.reduce<SealedState>(foldSealed, sealed);
    tip = { ...tip, seq: last.seq, hash: last.hash };
    listener.onFacts(facts);
  }

  async function readOn(): Promise<void> {
    readAt = clock.now();
    const from = tip.seq;
    const read = await store.readLog(slug, from);
    if (read === null || read.tip.epoch !== tip.epoch || read.tip.seq < from) return startOver();
    apply(read.facts.filter((fact) => fact.seq > tip.seq));
  }

  /** The log is not the one we know: what we hold of it beyond its end never happened. */
  async function startOver(): Promise<void> {
    await store.rotateEpoch(slug, tip.epoch, ids.opaque());
    const read = await store.readLog(slug, 0);
    if (read === null) return; // the whole event is gone; what is shown stays until somebody joins anew
    state = read.facts.reduce<EventState>(fold, blankState);
    sealed = read.facts.reduce<SealedState>(foldSealed, blankSealed);
    tip = read.tip;
    listener.onReset(read.facts);
  }

  const catchUp = (): Promise<void> => (reading ??= readOn().finally(() => (reading = null)));

  /** The decision, or null when it was refused on an older state than the log's end: then it is made anew. */
  async function chosen<D>(choose: () => D | Promise<D>, end: Tip): Promise<D | null> {
    try {
      return await choose();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await catchUp();
      if (tip === end) throw error;
      return null;
    }
  }

  async function decide<O>(
    by: Actor,
    command: Command | null,
    choose: (state: EventState, sealed: SealedState) => Decision<O> | Promise<Decision<O>>,
  ): Promise<O> {
    const first = command === null ? null : await store.findCommand(slug, by.id, command.id);
    if (first !== null) return replay(first, command) as O;
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      // What is decided holds behind this end of the log alone; another node's facts may come in meanwhile.
      const [known, secret, end] = [state, sealed, tip];
      const decided = await chosen(() => choose(known, secret), end);
      if (decided === null) continue;
      if (decided.facts.length === 0) return decided.output;
      const records = chain(end, decided.facts, by, clock.now());
      const outcome = await store.appendFacts(slug, {
        after: end,
        facts: records,
        command:
          command === null
            ? null
            : { actorId: by.id, commandId: command.id, inputHash: command.inputHash, output: decided.output },
        info: decided.facts.reduce<EventState>(fold, known).event,
        boxes: decided.boxes ?? [],
        comments: decided.comments ?? [],
      });
      if (outcome.status === 'appended') {
        apply(records.filter((record) => record.seq > tip.seq));
        return decided.output;
      }
      if (outcome.status === 'duplicate') return replay(outcome, command) as O;
      await catchUp();
    }
    return fail('UNAVAILABLE', 'the event changed too fast; try again', { retryAfterMs: 200 });
  }

  return {
    get state() {
      return state;
    },
    get sealed() {
      return sealed;
    },
    get tip() {
      return tip;
    },
    change(by, command, choose) {
      const mine = turn.then(() => decide(by, command, choose));
      turn = mine.catch(() => undefined); // the caller hears of a failure; the next in line does not care
      return mine;
    },
    async refresh() {
      if (reading !== null || clock.now() - readAt >= REFRESH_MS) await catchUp();
    },
    async receive(epoch, facts) {
      const news = facts.filter((fact) => fact.seq > tip.seq);
      if (epoch === tip.epoch && news[0]?.seq === tip.seq + 1) apply(news);
      else if (epoch !== tip.epoch || news.length > 0) await catchUp();
    },
    async compare(stored) {
      if (stored.epoch !== tip.epoch || stored.seq !== tip.seq) await catchUp();
    },
  };
}

/** The facts as records behind `tip`, numbered and chained. */
function chain(tip: Tip, facts: readonly Fact[], by: Actor, at: number): FactRecord[] {
  let { seq, hash } = tip;
  return facts.map((fact) => {
    seq += 1;
    const record = { ...fact, seq, at, by: by.id, ...(isDesk(by) && { name: by.name }) };
    hash = chainHash(hash, record);
    return { ...record, hash };
  });
}

/** Acts of the desk are under a name, in the log and on the desk. */
const isDesk = (by: Actor): boolean => audienceOf(by.role) === 'staff' && by.name !== '';

function replay(recorded: RecordedCommand, command: Command | null): unknown {
  if (recorded.inputHash !== command?.inputHash) fail('ID_REUSE', 'commandId was used for another input');
  return recorded.output;
}

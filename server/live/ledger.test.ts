import { describe, expect, test } from 'vitest';
import type { Actor } from '#shared/model/actor.ts';
import { ActorId } from '#shared/model/ids.ts';
import type { Fact } from '#shared/protocol/updates.ts';
import { AppError } from '../lib/app-error.ts';
import { chainHash, GENESIS } from '../lib/chain.ts';
import { systemClock } from '../lib/clock.ts';
import { randomIds } from '../lib/ids.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import type { FactRecord, Store } from '../store/store.ts';
import { show } from '../test/live.ts';
import { createLedger, emptyLog, type EventLedger } from './ledger.ts';

const { slug } = show;
const host: Actor = { id: ActorId.parse('host-1'), role: 'host', name: '主持人', number: null };
const titled = (title: string): Fact => ({ type: 'event:changed', payload: { event: { ...show, title } } });

/** A store with one event, and as many nodes' ledgers over it as wanted. */
async function trial() {
  const { store } = openSqliteStore({ file: ':memory:', clock: systemClock, visitGapMs: 1 });
  const heard: FactRecord[] = [];
  const resets: number[] = [];
  const open = async (of: Store = store): Promise<EventLedger> => {
    const listener = {
      onFacts: (facts: readonly FactRecord[]) => void heard.push(...facts),
      onReset: (log: readonly FactRecord[]) => void resets.push(log.length),
    };
    const log = (await of.readLog(slug, 0)) ?? emptyLog(randomIds);
    return createLedger({ slug, store: of, clock: systemClock, ids: randomIds, listener }, log);
  };
  const first = await open();
  await first.change(host, null, () => ({
    output: null,
    facts: [{ type: 'event:created', payload: { event: show } }],
  }));
  return { store, open, first, heard, resets, [Symbol.asyncDispose]: () => store.close() };
}

const retitle = (ledger: EventLedger, title: string, id = title): Promise<string> =>
  ledger.change(host, { id, inputHash: title }, () => ({ output: title, facts: [titled(title)] }));

describe('ledger', () => {
  test('records facts, numbers them, chains them, and folds them', async () => {
    await using it = await trial();
    await retitle(it.first, 'a');
    const log = await it.store.readLog(slug, 0);
    expect(log?.facts.map(({ seq, type, by }) => [seq, type, by])).toEqual([
      [1, 'event:created', 'host-1'],
      [2, 'event:changed', 'host-1'],
    ]);
    let hash = GENESIS;
    for (const { hash: recorded, ...record } of log?.facts ?? []) {
      hash = chainHash(hash, record);
      expect(recorded).toBe(hash);
    }
    expect(log?.tip).toEqual(it.first.tip);
    expect(it.first.state.event.title).toBe('a');
  });

  test('two nodes at once: both facts are recorded, each decided on the other’s', async () => {
    await using it = await trial();
    const second = await it.open();
    const count = (ledger: EventLedger): Promise<number> =>
      ledger.change(host, null, (state) => {
        const next = state.event.title.length;
        return { output: next, facts: [titled(`${state.event.title}+`)] };
      });
    await Promise.all(Array.from({ length: 10 }, (_, index) => count(index % 2 === 0 ? it.first : second)));
    await it.first.refresh();
    await second.compare({ epoch: second.tip.epoch, seq: Infinity });
    expect(second.state.event.title).toBe(`t${'+'.repeat(10)}`);
  });

  test('a repeated command returns its first output and records nothing; another input is refused', async () => {
    await using it = await trial();
    await retitle(it.first, 'a');
    const second = await it.open();
    expect(await retitle(second, 'a')).toBe('a');
    expect((await it.store.readLog(slug, 0))?.tip.seq).toBe(2);
    await expect(retitle(second, 'b', 'a')).rejects.toThrow(
      new AppError('ID_REUSE', 'commandId was used for another input'),
    );
  });

  test('the same command on two nodes at the same moment counts once', async () => {
    await using it = await trial();
    const second = await it.open();
    await Promise.all([retitle(it.first, 'a'), retitle(second, 'a')]);
    expect((await it.store.readLog(slug, 0))?.tip.seq).toBe(2);
  });

  test('a refusal leaves nothing behind, and the next command goes on', async () => {
    await using it = await trial();
    const refused = it.first.change(host, null, () => {
      throw new AppError('CLOSED', 'no');
    });
    await expect(refused).rejects.toThrow('no');
    expect(await retitle(it.first, 'a')).toBe('a');
    expect(it.first.tip.seq).toBe(2);
  });

  test('published facts are applied once and in order; a gap is read from the log', async () => {
    await using it = await trial();
    const second = await it.open();
    const before = it.heard.length;
    for (const title of ['a', 'b', 'c']) await retitle(it.first, title);
    const published = it.heard.slice(before);
    const { epoch } = second.tip;
    await second.receive(epoch, published.slice(0, 1));
    await second.receive(epoch, published.slice(2));
    await second.receive(epoch, published.slice(1, 2));
    expect(second.tip).toEqual(it.first.tip);
    expect(second.state.event.title).toBe('c');
    expect(it.heard.slice(before + 3).map(({ seq }) => seq)).toEqual([2, 3, 4]);
  });

  test('what was decided on is what it is recorded behind, though another node was faster meanwhile', async () => {
    await using it = await trial();
    const second = await it.open();
    const seen: string[] = [];
    const slow = second.change(host, null, async (state) => {
      seen.push(state.event.title);
      if (seen.length === 1) {
        await retitle(it.first, 'a');
        await second.receive(second.tip.epoch, it.heard.slice(-1));
      }
      return { output: state.event.title, facts: [titled(`${state.event.title}+`)] };
    });
    expect(await slow).toBe('a');
    expect(seen).toEqual(['t', 'a']);
    expect(second.state.event.title).toBe('a+');
  });

  test('everyone who asks for the newest log while it is being read waits for it', async () => {
    await using it = await trial();
    const second = await it.open();
    await retitle(it.first, 'a');
    const titles = [1, 2].map(async () => {
      await second.refresh();
      return second.state.event.title;
    });
    expect(await Promise.all(titles)).toEqual(['a', 'a']);
  });

  test('a store that lost its tail starts a new epoch, and what was lost is gone from the fold', async () => {
    await using it = await trial();
    await retitle(it.first, 'kept');
    const kept = await it.store.readLog(slug, 0);
    await retitle(it.first, 'lost');
    const truncated: Store = {
      ...it.store,
      rotateEpoch: async (_slug, lost, next) => {
        if (kept !== null && kept.tip.epoch === lost) kept.tip = { ...kept.tip, epoch: next };
        return kept?.tip ?? null;
      },
      readLog: async (_slug, after) =>
        kept === null ? null : { tip: kept.tip, facts: kept.facts.filter(({ seq }) => seq > after) },
    };
    const ledger = await it.open();
    const survivor = createLedger(
      {
        slug,
        store: truncated,
        clock: systemClock,
        ids: randomIds,
        listener: { onFacts() {}, onReset: (log) => void it.resets.push(log.length) },
      },
      (await it.store.readLog(slug, 0)) ?? emptyLog(randomIds),
    );
    await survivor.compare({ epoch: ledger.tip.epoch, seq: 2 });
    expect(survivor.state.event.title).toBe('kept');
    expect(survivor.tip.epoch).not.toBe(ledger.tip.epoch);
    expect(it.resets).toEqual([2]);
  });
});

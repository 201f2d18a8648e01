import { expect, test } from 'vitest';
import type { Append } from '../store.ts';
import type { Engine } from './engine.ts';
import {
  actorId,
  appendNext,
  appendOf,
  contest,
  emptyTip,
  factsAfter,
  gala,
  infoOf,
  tipAfter,
} from './samples.ts';

/** The log: dense, at one tip at a time, with each command's first answer. */
export function factsContract(engine: Engine): void {
  test('an event that was never created has no log and is not listed', async () => {
    await using node = await engine.open();
    expect(await node.store.readLog(gala, 0)).toBeNull();
    expect(await node.store.listEvents()).toEqual([]);
    expect(await node.store.rotateEpoch(gala, 'lost', 'next')).toBeNull();
    expect(await node.store.findCommand(gala, actorId('host'), 'c1')).toBeNull();
  });

  test('facts come back as they were appended, behind any number', async () => {
    await using node = await engine.open();
    const first = appendOf(emptyTip(), { facts: factsAfter(emptyTip(), 3) });
    expect(await node.store.appendFacts(gala, first)).toEqual({ status: 'appended' });
    const second = appendOf(tipAfter(first), { facts: factsAfter(tipAfter(first), 2) });
    expect(await node.store.appendFacts(gala, second)).toEqual({ status: 'appended' });

    const all = [...first.facts, ...second.facts];
    const tip = tipAfter(second);
    expect(await node.store.readLog(gala, 0)).toEqual({ tip, facts: all });
    expect(await node.store.readLog(gala, 3)).toEqual({ tip, facts: all.slice(3) });
    expect(await node.store.readLog(gala, 5)).toEqual({ tip, facts: [] });
    expect(await node.store.readLog(gala, 50)).toEqual({ tip, facts: [] });
  });

  test('text of any kind survives: quotes, control characters, emoji, a prompt that looks like a command', async () => {
    await using node = await engine.open();
    const title = 'a"b\\c\u0000\n\u2028鹏城新力 👩‍👩‍👧‍👦 *3\r\n$8\r\nFLUSHALL \'; drop table facts';
    await appendNext(node.store, { info: infoOf(gala, title) });
    expect(await node.store.listEvents()).toEqual([infoOf(gala, title)]);
  });

  test('facts that do not begin where the log ends are not recorded', async () => {
    await using node = await engine.open();
    const first = appendOf(emptyTip());
    await node.store.appendFacts(gala, first);
    const tip = tipAfter(first);
    for (const after of [
      first.after,
      emptyTip(),
      { ...tip, seq: 2 },
      { ...tip, epoch: 'another' },
      { ...tip, hash: 'another' },
    ]) {
      expect(await node.store.appendFacts(gala, appendOf(after))).toEqual({ status: 'moved' });
    }
    expect(await node.store.appendFacts(contest, appendOf(tip))).toEqual({ status: 'moved' });
    expect(await node.store.readLog(gala, 0)).toEqual({ tip, facts: first.facts });
    expect(await node.store.readLog(contest, 0)).toBeNull();
  });

  test('of nodes that append at the same tip at once, exactly one does', async () => {
    await using node = await engine.open();
    const other = await node.join();
    let tip = await appendNext(node.store, {});
    for (let round = 0; round < 10; round += 1) {
      const appends = Array.from({ length: 10 }, (_, index) =>
        appendOf(tip, { facts: factsAfter(tip, 2, `host${index}`) }),
      );
      const outcomes = await Promise.all(
        appends.map((append, index) => (index % 2 ? other : node).store.appendFacts(gala, append)),
      );
      const winners = appends.filter((_, index) => outcomes[index]?.status === 'appended');
      expect(winners).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome.status === 'moved')).toHaveLength(9);
      tip = tipAfter(winners[0] as Append);
      expect((await other.store.readLog(gala, tip.seq))?.tip).toEqual(tip);
    }
  });

  test('a command is recorded once and answers with its first output', async () => {
    await using node = await engine.open();
    const command = {
      actorId: actorId('host'),
      commandId: 'c1',
      inputHash: 'first',
      output: { list: [], n: 1 },
    };
    await appendNext(node.store, { command });
    const tip = await appendNext(node.store, {});

    const again = { ...command, inputHash: 'second', output: 'other' };
    const first = { inputHash: 'first', output: { list: [], n: 1 } };
    expect(await node.store.appendFacts(gala, appendOf(tip, { command: again }))).toEqual({
      status: 'duplicate',
      ...first,
    });
    expect(await node.store.findCommand(gala, command.actorId, 'c1')).toEqual(first);
    expect((await node.store.readLog(gala, 0))?.tip).toEqual(tip);

    expect(await node.store.findCommand(gala, actorId('other'), 'c1')).toBeNull();
    expect(await node.store.findCommand(gala, command.actorId, 'c2')).toBeNull();
    expect(await node.store.findCommand(contest, command.actorId, 'c1')).toBeNull();
  });

  test('a retry is a duplicate even when the log has moved on', async () => {
    await using node = await engine.open();
    const command = { actorId: actorId('host'), commandId: 'c1', inputHash: 'h', output: null };
    const append = appendOf(emptyTip(), { command });
    expect(await node.store.appendFacts(gala, append)).toEqual({ status: 'appended' });
    expect(await node.store.appendFacts(gala, append)).toEqual({
      status: 'duplicate',
      inputHash: 'h',
      output: null,
    });
  });

  test('events are listed with their newest info, newest change first', async () => {
    await using node = await engine.open();
    await appendNext(node.store, {}, gala);
    await appendNext(node.store, {}, contest);
    expect((await node.store.listEvents()).map(({ slug }) => slug)).toEqual([contest, gala]);
    await appendNext(node.store, { info: infoOf(gala, 'Renamed') }, gala);
    expect(await node.store.listEvents()).toEqual([infoOf(gala, 'Renamed'), infoOf(contest)]);
  });

  test('an epoch is rotated once, at the present end', async () => {
    await using node = await engine.open();
    const tip = await appendNext(node.store, {});
    const rotated = { ...tip, epoch: 'next' };
    expect(await node.store.rotateEpoch(gala, tip.epoch, 'next')).toEqual(rotated);
    expect(await node.store.rotateEpoch(gala, tip.epoch, 'late')).toEqual(rotated);
    expect(await node.store.appendFacts(gala, appendOf(tip))).toEqual({ status: 'moved' });
    expect(await node.store.appendFacts(gala, appendOf(rotated))).toEqual({ status: 'appended' });
  });

  test('the check passes while the engine works and fails once it is closed', async () => {
    await using node = await engine.open();
    await expect(node.store.check()).resolves.toBeUndefined();
    await node.store.close();
    await expect(node.store.check()).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await expect(node.store.readLog(gala, 0)).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });
}

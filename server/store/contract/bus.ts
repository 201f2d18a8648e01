import { expect, test, vi } from 'vitest';
import type { BusMessage } from '../store.ts';
import { type Engine, patience } from './engine.ts';
import { appendOf, commentOf, contest, emptyTip, factsAfter, gala } from './samples.ts';

const sampleOf = (text: string): BusMessage => ({
  kind: 'comments',
  from: 'a',
  turn: 'alone',
  sample: { accepted: 1, drawn: [{ priority: 0.5, comment: commentOf('v1', text).comment }] },
});

/** What nodes tell each other. */
export function busContract(engine: Engine): void {
  test.runIf(engine.nodes === 'one')('a lone node hears nothing of what it publishes itself', async () => {
    await using node = await engine.open();
    const heard = vi.fn<(message: BusMessage) => void>();
    const stop = await node.bus.subscribe(gala, heard);
    node.bus.publish(gala, sampleOf('hi'));
    await node.store.appendFacts(gala, appendOf(emptyTip()));
    stop();
    expect(heard).not.toHaveBeenCalled();
  });

  test.runIf(engine.nodes === 'many')('facts reach other nodes by being appended', async () => {
    await using node = await engine.open();
    const other = await node.join();
    const heard: BusMessage[] = [];
    await other.bus.subscribe(gala, (message) => heard.push(message));
    const after = emptyTip();
    const append = appendOf(after, { facts: factsAfter(after, 2) });
    await node.store.appendFacts(gala, append);
    await node.store.appendFacts(gala, append);
    await node.store.appendFacts(contest, appendOf(emptyTip()));
    node.bus.publish(gala, sampleOf('last'));
    await expect.poll(() => heard.at(-1)?.kind, patience).toBe('comments');
    expect(heard).toHaveLength(2);
    expect(heard[0]).toEqual({ kind: 'facts', epoch: after.epoch, facts: append.facts });
  });

  test.runIf(engine.nodes === 'many')(
    'a message reaches every listener of its event until each stops',
    async () => {
      await using node = await engine.open();
      const other = await node.join();
      const heard: string[] = [];
      const listen = (name: string) => (message: BusMessage) => {
        if (message.kind === 'comments') heard.push(`${name} ${message.sample.drawn[0]?.comment.text}`);
      };
      const stopFirst = await other.bus.subscribe(gala, listen('first'));
      await other.bus.subscribe(gala, listen('second'));
      await other.bus.subscribe(contest, listen('contest'));
      node.bus.publish(gala, sampleOf('one'));
      await expect.poll(() => heard, patience).toEqual(['first one', 'second one']);
      stopFirst();
      stopFirst();
      node.bus.publish(gala, sampleOf('two'));
      node.bus.publish(contest, sampleOf('three'));
      // Each event's messages are in order; those of two events have none.
      await expect.poll(() => heard.slice(2).toSorted(), patience).toEqual(['contest three', 'second two']);
    },
  );

  test.runIf(engine.nodes === 'many')('a channel that was left can be joined again at once', async () => {
    await using node = await engine.open();
    const other = await node.join();
    const heard = vi.fn<(message: BusMessage) => void>();
    for (let round = 0; round < 3; round += 1) {
      const stop = await other.bus.subscribe(gala, heard);
      stop();
    }
    await other.bus.subscribe(gala, heard);
    node.bus.publish(gala, sampleOf('hi'));
    await expect.poll(() => heard, patience).toHaveBeenCalledOnce();
  });

  test.runIf(engine.nodes === 'many')(
    'a listener that throws does not keep others from hearing',
    async () => {
      await using node = await engine.open();
      const heard = vi.fn<(message: BusMessage) => void>();
      await node.bus.subscribe(gala, () => {
        throw new Error('a listener’s own fault');
      });
      await node.bus.subscribe(gala, heard);
      node.bus.publish(gala, sampleOf('hi'));
      await expect.poll(() => heard, patience).toHaveBeenCalledOnce();
    },
  );
}

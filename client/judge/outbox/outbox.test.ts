import { describe, expect, test, vi } from 'vitest';
import type { CriterionId } from '#shared/model/ids.ts';
import type { CardKey, OwnCard, Values } from '#shared/model/scorecard.ts';
import { createTestClient } from '../../ui/test-page.tsx';
import { type Item, keyOf } from './item.ts';
import { openOutbox } from './outbox.ts';
import { memoryShelf, type Shelf } from './shelf.ts';

const key = { roundId: 'r', entryId: 'e', judgeId: 'j' } as CardKey;
const of = (content: number): Values => ({ ['content' as CriterionId]: content });
const you = { id: 'a', role: 'judge', judgeId: 'j', cards: [] } as never;
const noAnswer = { ok: false, error: { code: 'UNAVAILABLE', message: '', retryable: true } };
const taken = (version: number, values: Values, status = 'draft'): { ok: true; data: OwnCard } => ({
  ok: true,
  data: { ...key, version, values, status, proxy: false, reason: '' } as OwnCard,
});

async function start(kept = new Map<string, Item>(), state: object = {}) {
  const client = createTestClient({}, { you, ...state });
  let nth = 0;
  const newId = () => `id-${(nth += 1)}`;
  const outbox = await openOutbox({ client, shelf: memoryShelf(kept), newId, restMs: 5, retryMs: 5 });
  const item = (): Item | undefined => Object.values(outbox.getSnapshot().items)[0];
  const sent = () =>
    client.execute.mock.calls.map(([name, input, options]) => ({
      name,
      ...(input as object),
      ...(options as object),
    }));
  return { client, outbox, item, sent, kept };
}

describe('outbox', () => {
  test('keeps a change before it sends it, and sends what it rests at', async () => {
    const { client, outbox, item, sent, kept } = await start();
    client.execute.mockImplementation(async () => {
      expect([...kept.values()]).toMatchObject([{ values: of(3), attempt: { commandId: 'id-1' } }]);
      return taken(1, of(3));
    });
    for (const value of [1, 2, 3]) outbox.write(key, 'h', of(value));
    await vi.waitFor(() => expect(item()).toBeUndefined());
    expect(sent()).toMatchObject([{ name: 'score:save', values: of(3), version: 0, commandId: 'id-1' }]);
    await vi.waitFor(() => expect(kept.size).toBe(0));
  });

  test('an attempt without an answer is made again with the same id, also by the next page', async () => {
    const first = await start();
    first.client.execute.mockResolvedValue(noAnswer);
    first.outbox.sign(key, 'h', of(4));
    await vi.waitFor(() => expect(first.sent().length).toBeGreaterThan(1));
    first.outbox.close();
    expect(new Set(first.sent().map((one) => (one as { commandId?: string }).commandId)).size).toBe(1);
    const next = await start(first.kept, { status: 'connecting' });
    next.client.execute.mockResolvedValue(taken(1, of(4), 'locked'));
    expect(next.sent()).toEqual([]);
    next.client.set({ status: 'live' });
    await vi.waitFor(() => expect(next.item()).toBeUndefined());
    expect(next.sent()).toMatchObject([
      { name: 'score:sign', commandId: 'id-1', ruleHash: 'h', values: of(4) },
    ]);
  });

  test('says nothing for another judge of the same tablet', async () => {
    const first = await start(undefined, { status: 'offline' });
    first.outbox.sign(key, 'h', of(4));
    await vi.waitFor(() => expect(first.kept.size).toBe(1));
    first.outbox.close();
    const other = await start(first.kept, { you: { id: 'b', role: 'judge', judgeId: 'k', cards: [] } });
    await new Promise((resolve) => void setTimeout(resolve, 20));
    expect(other.sent()).toEqual([]);
    expect(other.item()).toBeDefined();
  });

  test('a conflict waits for a press; then this device’s values go on from the server’s version', async () => {
    const { client, outbox, item, sent } = await start();
    const theirs = taken(6, of(9)).data;
    client.execute.mockResolvedValueOnce({
      ok: false,
      error: { code: 'CONFLICT', message: '', retryable: false, details: { card: theirs } },
    });
    outbox.write(key, 'h', of(1));
    await vi.waitFor(() => expect(item()?.trouble).toEqual({ kind: 'conflict', theirs }));
    client.execute.mockResolvedValue(taken(7, of(1)));
    outbox.keepMine(key);
    await vi.waitFor(() => expect(item()).toBeUndefined());
    expect(sent()).toMatchObject([{ version: 0 }, { version: 6, values: of(1) }]);
  });

  test('a signature counts as kept only once the shelf holds it', async () => {
    const kept = new Map<string, Item>();
    let wake = (): void => {};
    const disk = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const memory = memoryShelf(kept);
    const slow: Shelf = {
      ...memory,
      keeps: 'device',
      write: (id, item) => disk.then(() => memory.write(id, item)),
    };
    const client = createTestClient({}, { you, status: 'offline' });
    const outbox = await openOutbox({ client, shelf: slow, newId: () => 'id' });
    const heard = vi.fn<() => void>();
    outbox.subscribe(heard);
    outbox.sign(key, 'h', of(4));
    await Promise.resolve();
    expect(outbox.getSnapshot().items[keyOf(key)]?.isSigned).toBe(true);
    expect(outbox.getSnapshot().signatures.size).toBe(0);
    heard.mockClear();
    wake();
    await vi.waitFor(() => expect(outbox.getSnapshot().signatures.has(keyOf(key))).toBe(true));
    expect(heard).toHaveBeenCalledOnce();
    outbox.close();
    // The page that comes next finds it there.
    const next = await start(kept, { status: 'offline' });
    expect(next.outbox.getSnapshot().signatures.has(keyOf(key))).toBe(true);
  });

  test.each([
    [
      'a disk that refuses',
      { ...memoryShelf(), keeps: 'device', write: () => Promise.reject(new Error('full')) },
    ],
    ['memory alone', memoryShelf()],
  ] as [string, Shelf][])('%s never counts as keeping a signature', async (_, shelf) => {
    const client = createTestClient({}, { you, status: 'offline' });
    const outbox = await openOutbox({ client, shelf, newId: () => 'id' });
    const heard = vi.fn<() => void>();
    outbox.subscribe(heard);
    outbox.sign(key, 'h', of(4));
    await vi.waitFor(() => expect(outbox.getSnapshot().keeps).toBe('page'));
    expect(outbox.getSnapshot().signatures.size).toBe(0);
    expect(heard).toHaveBeenCalled();
    outbox.close();
  });
});

/** Does a list of things in one step, in order, and answers for each. */
export type AllAtOnce<Key, Item, Outcome> = (key: Key, items: readonly Item[]) => Promise<readonly Outcome[]>;

/**
 * As many as are done at a time, unless fewer are asked for; whoever does them may divide them into steps. All that came
 * in while the last ones were under way is taken: what is left behind would be copied by the garbage collector again and
 * again, and cost more than what is to be done with it.
 */
const MAX_BATCH = 20_000;

/** From one batch to the next: what a batch costs the store is shared by all that came meanwhile. */
const APART_MS = 20;

/**
 * Collects what arrives together for one key and does it in one step; each caller gets their own answer. The first one
 * waits for nothing but its turn of the event loop; while a batch is under way, and until `APART_MS` after it began, the
 * next one gathers, unless it is full already. A batch that fails rejects for each of its callers: what may fail for one
 * of them alone is done with the outcome, outside.
 */
export function gather<Key, Item, Outcome>(
  doAll: AllAtOnce<Key, Item, Outcome>,
  most = MAX_BATCH,
): (key: Key, item: Item) => Promise<Outcome> {
  type Waiting = { item: Item; resolve: (outcome: Outcome) => void; reject: (error: unknown) => void };
  const queues = new Map<Key, Waiting[]>();

  async function work(key: Key, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const startedAt = performance.now();
      const batch = queue.splice(0, most);
      try {
        const outcomes = await doAll(
          key,
          batch.map(({ item }) => item),
        );
        for (const [index, { resolve }] of batch.entries()) resolve(outcomes[index] as Outcome);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
      const restMs = startedAt + APART_MS - performance.now();
      if (restMs > 0 && queue.length < most) await new Promise((resolve) => void setTimeout(resolve, restMs));
    }
    queues.delete(key);
  }

  return (key, item) =>
    new Promise((resolve, reject) => {
      const waiting = { item, resolve, reject };
      const queue = queues.get(key);
      if (queue !== undefined) {
        queue.push(waiting);
        return;
      }
      const started = [waiting];
      queues.set(key, started);
      setImmediate(() => void work(key, started));
    });
}

/** A list in parts of at most `size`, all of them under way at once; the outcomes in the order of the list. */
export async function inParts<Item, Outcome>(
  items: readonly Item[],
  size: number,
  doPart: (part: readonly Item[]) => Promise<readonly Outcome[]>,
): Promise<Outcome[]> {
  const parts = Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    doPart(items.slice(index * size, (index + 1) * size)),
  );
  return (await Promise.all(parts)).flat();
}

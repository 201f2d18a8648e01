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
/** As many between three hurries are a stream: those who come next wait for the next hurry. */
const STREAM = 2;

const nothing = (): void => {};

export type Gathering<Key, Item, Outcome> = {
  /** One more, and its own answer. */
  add(key: Key, item: Item): Promise<Outcome>;
  /**
   * Whoever waits for company waits no longer; resolves once they have their answers, null when nobody is without. Where
   * many come, those who come now wait for the next hurry, or for `againMs`, when it is to be.
   */
  hurry(key: Key, againMs?: number): Promise<void> | null;
};

/**
 * Collects what arrives together for one key and does it in one step; each caller gets their own answer. The first one
 * waits for nothing but its turn of the event loop; while a batch is under way, and until `APART_MS` after it began, the
 * next one gathers, unless it is full already. A batch that fails rejects for each of its callers: what may fail for one
 * of them alone is done with the outcome, outside.
 */
export function gather<Key, Item, Outcome>(
  doAll: AllAtOnce<Key, Item, Outcome>,
  { most = MAX_BATCH, apartMs = APART_MS } = {},
): Gathering<Key, Item, Outcome> {
  type Waiting = { item: Item; resolve: (outcome: Outcome) => void; reject: (error: unknown) => void };
  type Queue = {
    waiting: Waiting[];
    /** The answer to whoever came last. */
    last: Promise<Outcome>;
    isHurried: boolean;
    /** Between two batches. */
    rest: { end(): void; goOn(ms: number): void } | null;
  };
  const queues = new Map<Key, Queue>();
  /** Where somebody hurries: how many came since the last time, and before that; and how long until the next time. */
  const hurried = new Map<Key, { came: number; before: number; againMs: number }>();

  /** From a batch to the next. A hurry lengthens one rest: who counts on the next one in vain does so once. */
  function apart(key: Key): number {
    const flow = hurried.get(key);
    if (flow === undefined) return apartMs;
    const { againMs } = flow;
    flow.againMs = apartMs;
    return Math.max(apartMs, againMs);
  }

  async function doBatch(key: Key, batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await doAll(
        key,
        batch.map(({ item }) => item),
      );
      for (const [index, { resolve }] of batch.entries()) resolve(outcomes[index] as Outcome);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  async function work(key: Key, queue: Queue): Promise<void> {
    while (queue.waiting.length > 0) {
      const startedAt = performance.now();
      const batch = queue.waiting.splice(0, most);
      if (queue.waiting.length === 0) queue.isHurried = false;
      await doBatch(key, batch);
      const restMs = startedAt + apart(key) - performance.now();
      if (restMs > 0 && queue.waiting.length < most && !queue.isHurried) await rest(queue, restMs);
      queue.rest = null;
    }
    queues.delete(key);
  }

  const rest = (queue: Queue, ms: number): Promise<void> =>
    new Promise((resolve) => {
      let timer = setTimeout(resolve, ms);
      queue.rest = {
        end() {
          clearTimeout(timer);
          resolve();
        },
        goOn(moreMs) {
          clearTimeout(timer);
          timer = setTimeout(resolve, moreMs);
        },
      };
    });

  return {
    add(key, item) {
      let waiting!: Waiting;
      const answer = new Promise<Outcome>((resolve, reject) => void (waiting = { item, resolve, reject }));
      const flow = hurried.get(key);
      if (flow !== undefined) flow.came += 1;
      const known = queues.get(key);
      if (known !== undefined) {
        known.waiting.push(waiting);
        if (known.waiting.length >= most) known.rest?.end();
        return (known.last = answer);
      }
      const queue: Queue = { waiting: [waiting], last: answer, isHurried: false, rest: null };
      queues.set(key, queue);
      setImmediate(() => void work(key, queue));
      return answer;
    },

    hurry(key, againMs = apartMs) {
      const { came, before } = hurried.get(key) ?? { came: 0, before: 0 };
      const isStream = came + before >= STREAM;
      hurried.set(key, { came: 0, before: came, againMs: isStream ? againMs : apartMs });
      const queue = queues.get(key);
      if (queue === undefined) return null;
      queue.isHurried = queue.waiting.length > 0;
      const isAtRest = queue.rest !== null && !queue.isHurried;
      if (queue.isHurried) queue.rest?.end();
      else if (isStream) queue.rest?.goOn(apart(key));
      return isAtRest ? null : queue.last.then(nothing, nothing);
    },
  };
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

import type { CardKey, OwnCard, Values } from '#shared/model/scorecard.ts';
import type { Client } from '../../sdk/index.ts';
import {
  beginItem,
  isAnswered,
  isIdle,
  type Item,
  keptMine,
  keyOf,
  reconciled,
  settled,
  signedItem,
  withAttempt,
  withValues,
} from './item.ts';
import type { Shelf } from './shelf.ts';

export type OutboxState = {
  items: Readonly<Record<string, Item>>;
  /** Whether what is written here outlives the page. */
  keeps: Shelf['keeps'];
  /** The cards whose signature is on the shelf: a reload from here on does not lose it. */
  signatures: ReadonlySet<string>;
};

export type Outbox = {
  getSnapshot(): OutboxState;
  subscribe(listener: () => void): () => void;
  /** The judge's values for an entry: kept here at once, sent when they rest. */
  write(key: CardKey, ruleHash: string | null, values: Values): void;
  sign(key: CardKey, ruleHash: string | null, values: Values): void;
  /** Ends a conflict or tries a refused card again with this device's values. */
  keepMine(key: CardKey): void;
  /** Gives this device's values up; the server's stand. */
  drop(key: CardKey): void;
  close(): void;
};

type Parts = {
  client: Pick<Client, 'execute' | 'getSnapshot' | 'subscribe'>;
  shelf: Shelf;
  newId: () => string;
  /** How long values rest before they are sent. */
  restMs?: number;
  retryMs?: number;
};

const DEADLINE_MS = 8_000;

/**
 * What a judge does on this device, until the server has it: every change is on the shelf before it is sent, each
 * attempt has one id until it is answered, and one card is sent at a time in the order of its changes.
 */
export async function openOutbox({
  client,
  shelf,
  newId,
  restMs = 500,
  retryMs = 2_000,
}: Parts): Promise<Outbox> {
  const kept = await shelf.read().catch((): Item[] => []);
  let state: OutboxState = {
    items: Object.fromEntries(kept.map((item) => [keyOf(item), item])),
    keeps: shelf.keeps,
    signatures: new Set(kept.filter(({ isSigned }) => isSigned).map(keyOf)),
  };
  let isClosed = false;
  const listeners = new Set<() => void>();
  const running = new Set<string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let shelving: Promise<unknown> = Promise.resolve();

  const cardOf = (key: string): OwnCard | undefined =>
    client.getSnapshot().you?.cards?.find((card) => keyOf(card) === key);
  const isMine = ({ judgeId }: Item): boolean => client.getSnapshot().you?.judgeId === judgeId;
  const isLive = (): boolean => client.getSnapshot().status === 'live';

  function put(key: string, item: Item | null): void {
    if (item === state.items[key]) return;
    const { [key]: before, ...others } = state.items;
    if (item === null && before === undefined) return;
    state = { ...state, items: item === null ? others : { ...others, [key]: item } };
    if (!item?.isSigned) mark(key, false);
    shelving = shelving
      .then(() => lay(key, item))
      .catch(() => {
        // The disk is full or was taken away: it is said, as what is not sent now lasts only as long as the page.
        state = { ...state, keeps: 'page' };
        tell();
      });
    tell();
  }

  async function lay(key: string, item: Item | null): Promise<void> {
    if (item === null) return shelf.remove(key);
    await shelf.write(key, item);
    const isLasting = shelf.keeps === 'device' && item.isSigned && state.items[key] === item;
    if (isLasting && mark(key, true)) tell();
  }

  function tell(): void {
    for (const listener of listeners) listener();
  }

  /** Notes whether a card's signature is on the shelf; whether that is news. */
  function mark(key: string, isKept: boolean): boolean {
    if (state.signatures.has(key) === isKept) return false;
    const signatures = new Set(state.signatures);
    if (isKept) signatures.add(key);
    else signatures.delete(key);
    state = { ...state, signatures };
    return true;
  }

  function sendIn(key: string, ms: number): void {
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void send(key), ms),
    );
  }

  async function send(key: string): Promise<void> {
    if (running.has(key) || isClosed) return;
    running.add(key);
    try {
      for (;;) {
        const item = state.items[key];
        // On a tablet that changed hands, what another judge left stays here until they are back.
        if (isClosed || !item || item.trouble !== null || !isLive() || !isMine(item)) return;
        const sending = withAttempt(item, newId());
        put(key, sending);
        await shelving;
        const ack = await submit(sending);
        const now = state.items[key];
        if (isClosed || !now) return;
        if (!isAnswered(ack)) return sendIn(key, retryMs);
        put(key, settled(now, ack));
        hear(key);
      }
    } finally {
      running.delete(key);
    }
  }

  function submit({ roundId, entryId, attempt }: ReturnType<typeof withAttempt>) {
    const { kind, commandId, values, version, ruleHash } = attempt;
    const options = { commandId, deadlineMs: DEADLINE_MS };
    const card = { roundId, entryId, values, version };
    if (kind === 'save') return client.execute('score:save', card, options);
    return client.execute('score:sign', { ...card, ruleHash }, options);
  }

  /** The server's card may have changed on another device, or at the desk. */
  function hear(key: string): void {
    const [item, card] = [state.items[key], cardOf(key)];
    if (item && card) put(key, reconciled(item, card));
  }

  let heard = client.getSnapshot();
  const stop = client.subscribe(() => {
    const before = heard;
    heard = client.getSnapshot();
    const hasNews = heard.you?.cards !== before.you?.cards;
    const isBack = heard.status === 'live' && before.status !== 'live';
    if (!hasNews && !isBack) return;
    for (const key of Object.keys(state.items)) {
      hear(key);
      if (isBack) sendIn(key, 0);
    }
  });
  for (const key of Object.keys(state.items)) {
    hear(key);
    sendIn(key, 0);
  }

  const change = (key: CardKey, ruleHash: string | null, make: (item: Item) => Item): void => {
    const id = keyOf(key);
    const next = make(state.items[id] ?? beginItem(key, { ruleHash }, cardOf(id)));
    put(id, isIdle(next) ? null : next);
  };

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    write(key, ruleHash, values) {
      change(key, ruleHash, (item) => withValues(item, values));
      sendIn(keyOf(key), restMs);
    },
    sign(key, ruleHash, values) {
      change(key, ruleHash, (item) => signedItem(withValues(item, values)));
      sendIn(keyOf(key), 0);
    },
    keepMine(key) {
      const item = state.items[keyOf(key)];
      if (item) put(keyOf(key), keptMine(item));
      sendIn(keyOf(key), 0);
    },
    drop(key) {
      put(keyOf(key), null);
    },
    close() {
      isClosed = true;
      stop();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

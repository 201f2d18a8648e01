import { createStore, delMany, entries, set, type UseStore } from 'idb-keyval';
import type { Item } from './item.ts';

/** Where items lie over a reload. `page`: nowhere, the browser keeps nothing and they last as long as the page. */
export type Shelf = {
  keeps: 'device' | 'page';
  read(): Promise<Item[]>;
  write(key: string, item: Item): Promise<void>;
  remove(key: string): Promise<void>;
};

/** A disk that does not answer, as some private windows have, is no disk. */
const OPEN_MS = 2_000;

/** IndexedDB, which plain HTTP has too; else local storage; else this page's memory. */
export async function openShelf(name: string): Promise<Shelf> {
  for (const open of [openDatabase, openLocal]) {
    const shelf = await withinTime(open(name)).catch(() => null);
    if (shelf) return shelf;
  }
  return memoryShelf();
}

async function openDatabase(name: string): Promise<Shelf> {
  const store: UseStore = createStore(name, 'cards');
  await entries(store);
  return {
    keeps: 'device',
    async read() {
      return (await entries<string, Item>(store)).map(([, item]) => item);
    },
    write: (key, item) => set(key, item, store),
    remove: (key) => delMany([key], store),
  };
}

async function openLocal(name: string): Promise<Shelf> {
  const local = globalThis.localStorage;
  const prefix = `${name}/`;
  local.setItem(`${prefix}?`, '');
  local.removeItem(`${prefix}?`);
  return {
    keeps: 'device',
    async read() {
      const keys = Object.keys(local).filter((key) => key.startsWith(prefix));
      return keys.map((key) => JSON.parse(local.getItem(key) ?? '') as Item);
    },
    async write(key, item) {
      local.setItem(prefix + key, JSON.stringify(item));
    },
    async remove(key) {
      local.removeItem(prefix + key);
    },
  };
}

export const memoryShelf = (items = new Map<string, Item>()): Shelf => ({
  keeps: 'page',
  read: async () => [...items.values()],
  async write(key, item) {
    items.set(key, item);
  },
  async remove(key) {
    items.delete(key);
  },
});

const withinTime = <T>(promise: Promise<T>): Promise<T> =>
  Promise.race([
    promise,
    new Promise<T>((_, reject) => {
      setTimeout(() => reject(new Error('no answer')), OPEN_MS);
    }),
  ]);

/** What waits for a lane: bounded in number and age, as danmaku that come late are worse than none. */
export const STASH_SIZE = 30;
export const STASH_MS = 6_000;

type Waiting = { id: string; isOwn: boolean; since: number };

/** One's own goes first and is never dropped for want of room; of the others the oldest go. */
export function createStash<Item extends Waiting>() {
  let items: Item[] = [];
  return {
    put(item: Item): void {
      if (item.isOwn) items = [item, ...items];
      else items.push(item);
      if (items.length > STASH_SIZE) {
        const oldest = items.findIndex((other) => !other.isOwn);
        items.splice(Math.max(0, oldest), 1);
      }
    },
    take(now: number): Item | undefined {
      items = items.filter((item) => item.isOwn || now - item.since < STASH_MS);
      return items.shift();
    },
    remove(id: string): void {
      items = items.filter((item) => item.id !== id);
    },
    clear(): void {
      items = [];
    },
    get size(): number {
      return items.length;
    },
  };
}

const memory = new Map<string, string>();

/** What a browser keeps for us. It may forbid that, above all in frames of other sites; then it lasts as long as the page. */
export const storage = {
  read: (key: string): string | null => memory.get(key) ?? inBrowser((local) => local.getItem(key)) ?? null,
  write(key: string, value: string): void {
    memory.set(key, value);
    inBrowser((local) => local.setItem(key, value));
  },
  remove(key: string): void {
    memory.delete(key);
    inBrowser((local) => local.removeItem(key));
  },
};

function inBrowser<T>(use: (local: Storage) => T): T | undefined {
  try {
    return use(globalThis.localStorage);
  } catch {
    // Blocked, full, or no browser at all: memory serves instead.
    return undefined;
  }
}

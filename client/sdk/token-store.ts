import { storage } from './storage.ts';

/** The viewer's identity in one event of one server, kept for the next visit. */
export function createTokenStore(event: string, server: string) {
  const key = `xinli:token:${server}:${event}`;
  return {
    read: () => storage.read(key) ?? undefined,
    write: (token: string) => storage.write(key, token),
    clear: () => storage.remove(key),
  };
}

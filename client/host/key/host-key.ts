import { storage } from '../../sdk/index.ts';

const storedAs = (slug: string): string => `xinli:host:${slug}`;

/** The key in a fragment, a whole link, or as it is. */
export function readKey(text: string): string | null {
  const inLink = /[#&?]token=([^&#\s]+)/.exec(text)?.[1];
  if (inLink !== undefined) return decoded(inLink);
  const bare = text.trim();
  return bare === '' || /[\s/]/.test(bare) ? null : bare;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not escaped at all, then.
    return text;
  }
}

/**
 * The key of this event on this device. One that comes in the address is kept and taken out of it at once,
 * so that a screen that is shared or photographed shows none.
 */
export function takeKey(slug: string): string | null {
  const { hash, pathname, search } = window.location;
  const fresh = hash.includes('token=') ? readKey(hash) : null;
  if (fresh !== null) {
    storage.write(storedAs(slug), fresh);
    window.history.replaceState(null, '', pathname + search);
  }
  return storage.read(storedAs(slug));
}

/** A new key begins anew: the page is loaded again with it. */
export function changeKey(slug: string, key: string): void {
  storage.write(storedAs(slug), key);
  window.location.reload();
}

export function forgetKey(slug: string): void {
  storage.remove(storedAs(slug));
  window.location.reload();
}

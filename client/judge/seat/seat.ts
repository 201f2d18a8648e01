import { nanoid } from 'nanoid';
import { storage } from '../../sdk/index.ts';

/** What this device has to come in with: a token of its own, or a code that is still to be exchanged for one. */
export type Seat = { token: string | null; code: string | null };

const tokenKey = (slug: string): string => `xinli:judge:${slug}`;
const codeKey = (slug: string): string => `xinli:judge-code:${slug}`;
const DEVICE_KEY = 'xinli:device';

/** A code or a key, from a fragment, a whole link, or as it is; null when it is neither. */
export function readAddress(text: string): { kind: 'code' | 'token'; value: string } | null {
  const trimmed = text.trim();
  const fragment = trimmed.includes('#') ? trimmed.slice(trimmed.indexOf('#') + 1) : trimmed;
  const token = /^token=(.+)$/.exec(fragment)?.[1];
  if (token !== undefined) return { kind: 'token', value: decoded(token) };
  return /^[\w-]{4,40}$/.test(fragment) ? { kind: 'code', value: fragment } : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not escaped at all, then.
    return text;
  }
}

/** Takes what the address brought and clears it there, so that a screen that is photographed gives nothing away. */
export function takeSeat(slug: string): Seat {
  const { hash, pathname, search } = window.location;
  const fresh = hash.length > 1 ? readAddress(hash) : null;
  if (fresh?.kind === 'token') writeToken(slug, fresh.value);
  if (fresh?.kind === 'code') storage.write(codeKey(slug), fresh.value);
  if (hash.length > 1) window.history.replaceState(null, '', pathname + search);
  return { token: storage.read(tokenKey(slug)), code: storage.read(codeKey(slug)) };
}

/** The code was exchanged: from here on the token speaks for the device. */
export function writeToken(slug: string, token: string): void {
  storage.write(tokenKey(slug), token);
  forgetCode(slug);
}

export const forgetCode = (slug: string): void => storage.remove(codeKey(slug));

/** The secret that binds a code to this device. It never leaves it but to pair. */
export function deviceSecret(): string {
  const known = storage.read(DEVICE_KEY);
  if (known !== null) return known;
  const secret = nanoid(32);
  storage.write(DEVICE_KEY, secret);
  return secret;
}

/** How the desk tells devices apart. */
export function deviceLabel(agent: string): string {
  const names: [RegExp, string][] = [
    [/iPad/, 'iPad'],
    [/iPhone/, 'iPhone'],
    [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'Mac'],
    [/Linux/, 'Linux'],
  ];
  return names.find(([pattern]) => pattern.test(agent))?.[1] ?? '';
}

import { expect } from 'vitest';

/** How long anything may take on a busy machine; no test waits for it to pass. */
export const LIMIT_MS = 30_000;

/** Expects it of what `read` gives sooner or later: `await eventually(() => phone.online()).toBe(2)`. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: LIMIT_MS, interval: 50 });

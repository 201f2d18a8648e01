/** How long anything may take on a slow machine; no test waits for it to pass. */
export const LIMIT_MS = 15_000;

/** Resolves once `check` gives something other than false, null or undefined; asks again as the event loop turns. */
export async function until<T>(
  what: string,
  check: () => T | Promise<T>,
): Promise<Exclude<T, false | null | undefined>> {
  const deadline = performance.now() + LIMIT_MS;
  for (;;) {
    const found = await check();
    if (found !== false && found !== null && found !== undefined)
      return found as Exclude<T, false | null | undefined>;
    if (performance.now() > deadline) throw new Error(`not within ${LIMIT_MS} ms: ${what}`);
    await new Promise((resolve) => void setTimeout(resolve, 5));
  }
}

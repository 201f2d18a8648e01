import type { Locator } from 'playwright-core';

/** More stops than any page has. */
const MAX_STOPS = 60;

/** Goes there with nothing but the Tab key. */
export async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${String(target)}`);
}

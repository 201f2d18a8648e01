import type { Page } from 'playwright-core';

const LOOK_MS = 2_000;
const seen: string[] = [];

/** Keeps what a page says as it is closed: told when the test fails, for then nobody can look any more. */
export async function lookBack(page: Page): Promise<void> {
  const words = await page
    .locator('body')
    .ariaSnapshot({ timeout: LOOK_MS })
    .catch(() => 'nothing: the page does not answer');
  seen.push(`${page.url().replace(/#.*/, '')} said at the end\n${words}`);
}

/** All of it, and forgets it. */
export const lastSeen = (): string => seen.splice(0).join('\n\n');

import type { Page } from 'playwright-core';
import { readPixels } from './pixels.ts';

/** How see-through a page is. */
export async function alphaOf(page: Page): Promise<{ top: number; clearShare: number }> {
  const { top, clearShare } = await readPixels(page, { isClear: true });
  return { top, clearShare };
}

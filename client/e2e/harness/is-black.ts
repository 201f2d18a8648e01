import type { Page } from 'playwright-core';
import { readPixels } from './pixels.ts';

/** Whether every pixel the page shows is black. */
export const isBlack = async (page: Page): Promise<boolean> =>
  (await readPixels(page, { isClear: false })).isBlack;

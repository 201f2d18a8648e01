import { expect, test } from 'vitest';
import { sizesOf } from '../build/sizes.ts';

/** Kilobytes of compressed JavaScript before the video: what a phone on a weak network waits for. */
const BUDGET_KB = { viewer: 70, portal: 125, stage: 145, judge: 180, host: 300 };

test.each(await sizesOf(Object.keys(BUDGET_KB)))('$page keeps to its budget', ({ page, scriptBytes }) => {
  expect(scriptBytes / 1_000).toBeLessThan(BUDGET_KB[page as keyof typeof BUDGET_KB]);
});

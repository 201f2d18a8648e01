import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { expectNoFaults } from './faults.ts';
import { lastSeen } from './last-seen.ts';

/** One browser for all tests of a file; every visitor has a context of its own, and no fault goes unseen. */
export function useBrowser(): () => Browser {
  let browser: Browser | null = null;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(({ task }) => {
    const story = lastSeen();
    if (task.result?.state === 'fail') process.stderr.write(`\n${task.name}\n\n${story}\n\n`);
    expectNoFaults();
  });
  afterAll(() => browser?.close());
  return () => {
    if (browser === null) throw new Error('the browser is there during tests alone');
    return browser;
  };
}

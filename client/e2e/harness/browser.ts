import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { pathOf } from './programs.ts';

/** Headless Chromium of this machine. As root in a container it has no sandbox, and little shared memory. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: pathOf('chromium') ?? 'chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });

/** One browser for all tests of a file; every visitor has a context of its own. */
export function useBrowser(): () => Browser {
  let browser: Browser | null = null;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  return () => {
    if (browser === null) throw new Error('the browser is there during tests alone');
    return browser;
  };
}

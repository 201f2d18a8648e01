import { type Browser, chromium } from 'playwright-core';
import { pathOf } from './programs.ts';

/** Headless Chromium of this machine. As root in a container it has no sandbox, and little shared memory. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: pathOf('chromium') ?? 'chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });

import { type Browser, chromium } from 'playwright-core';
import { pathOf } from './programs.ts';

/** As phones in a hall reach it: by a name, without TLS, and so without what browsers keep for secure origins. */
const HALL = 'hall.example';

/** Headless Chromium of this machine. As root in a container it has no sandbox, and little shared memory. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: pathOf('chromium') ?? 'chromium',
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      `--host-resolver-rules=MAP ${HALL} 127.0.0.1, MAP *.test 127.0.0.1`,
    ],
  });

/** The address of a page for people, from the server's own. */
export const inHall = (url: string): string => url.replace('127.0.0.1', HALL);

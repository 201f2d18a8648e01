import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inHall } from './browser.ts';
import { addFaults } from './faults.ts';
import { lookBack } from './last-seen.ts';
import { recordTraffic, type Traffic } from './traffic.ts';

export const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
} satisfies BrowserContextOptions;
export const DESKTOP = { viewport: { width: 1440, height: 900 } } satisfies BrowserContextOptions;
export const WALL = { viewport: { width: 1920, height: 1080 } } satisfies BrowserContextOptions;

export type Tab = { page: Page; traffic: Traffic };

/** A header for secure origins; the browser says that it does without here. */
const PLAIN_HTTP = [/^console: The Cross-Origin-Opener-Policy header has been ignored/];

/** One person's browser with one page in it. What goes wrong in the page is a fault of the test. */
export type Visit = Tab & {
  context: BrowserContext;
  /** Another page of the same person, watched as well. */
  openTab(): Promise<Tab>;
  /** An error that the story is about to bring about itself is not the page's. */
  forgive(message: RegExp): void;
  [Symbol.asyncDispose](): Promise<void>;
};

export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = PHONE,
  forgiven: readonly RegExp[] = [],
  prepare: (context: BrowserContext) => Promise<unknown> = () => Promise.resolve(),
): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  const excuses = [...forgiven, ...PLAIN_HTTP];
  const note = (fault: string): void => {
    if (!excuses.some((excuse) => excuse.test(fault))) addFaults(new URL(url).pathname, [fault]);
  };
  await context.addInitScript(reportViolations);
  await prepare(context);
  const open = async (): Promise<Tab> => {
    const page = await context.newPage();
    watch(page, note);
    const traffic = recordTraffic(page);
    await page.goto(inHall(url));
    return { page, traffic };
  };
  const first = await open();

  return {
    ...first,
    context,
    openTab: open,
    forgive: (message) => void excuses.push(message),
    async [Symbol.asyncDispose]() {
      await lookBack(first.page);
      await context.close();
    },
  };
}

function watch(page: Page, note: (fault: string) => void): void {
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => note(`error: ${error.stack ?? error.message}`));
  page.on('crash', () => note('the page crashed'));
}

/** Runs in the page: what its Content Security Policy stops is an error, also where the browser keeps quiet. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (violation) => {
    // oxlint-disable-next-line no-console
    console.error(`policy: ${violation.violatedDirective} ${violation.blockedURI}`);
  });
}

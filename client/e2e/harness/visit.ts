import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { recordTraffic, type Traffic } from './traffic.ts';

export const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
} satisfies BrowserContextOptions;
export const DESKTOP = { viewport: { width: 1440, height: 900 } } satisfies BrowserContextOptions;
export const WALL = { viewport: { width: 1920, height: 1080 } } satisfies BrowserContextOptions;

export type Tab = { page: Page; traffic: Traffic };

/** One person's browser with one page in it. What goes wrong in the page fails the test when the visit ends. */
export type Visit = Tab & {
  context: BrowserContext;
  /** Another page of the same person, watched as well. */
  openTab(): Promise<Tab>;
  /** An error that the story itself brings about is not the page's. */
  forgive(message: RegExp): void;
  [Symbol.asyncDispose](): Promise<void>;
};

export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = PHONE,
  forgiven: readonly RegExp[] = [],
): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  const faults: string[] = [];
  const excuses = [...forgiven];
  await context.addInitScript(reportViolations);
  const open = async (): Promise<Tab> => {
    const page = await context.newPage();
    watch(page, faults);
    const traffic = recordTraffic(page);
    await page.goto(url);
    return { page, traffic };
  };
  const first = await open();

  return {
    ...first,
    context,
    openTab: open,
    forgive: (message) => void excuses.push(message),
    async [Symbol.asyncDispose]() {
      await context.close();
      const left = faults.filter((fault) => !excuses.some((excuse) => excuse.test(fault)));
      if (left.length > 0) throw new Error(`${new URL(url).pathname} said\n${left.join('\n')}`);
    },
  };
}

function watch(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => void faults.push(`error: ${error.stack ?? error.message}`));
  page.on('crash', () => void faults.push('the page crashed'));
}

/** Runs in the page: what its Content Security Policy stops is an error, also where the browser keeps quiet. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (violation) => {
    // oxlint-disable-next-line no-console
    console.error(`policy: ${violation.violatedDirective} ${violation.blockedURI}`);
  });
}

import type { Browser, BrowserContext, BrowserContextOptions, FrameLocator, Locator } from 'playwright-core';
import type { HostSite } from '../harness/host-site.ts';
import type { Show } from '../harness/show.ts';
import { DESKTOP, visit, type Visit } from '../harness/visit.ts';

/** A visitor of another site, with the widget in one of its pages. */
export type HostPage = Visit & {
  /** The widget's own page, in the first frame or the nth. */
  widget(nth?: number): FrameLocator;
  frame(nth?: number): Locator;
  /** What the widget told the page, by name and in order. */
  heard(name: string): Promise<readonly Record<string, unknown>[]>;
  hears(name: string, nth?: number): Promise<void>;
};

type Wishes = {
  body: string;
  csp?: string;
  /** The name the site goes by; `localhost` may embed anything, to be tried out. */
  name?: string;
  device?: BrowserContextOptions;
  forgiven?: readonly RegExp[];
  /** Before anything is loaded. */
  prepare?: (context: BrowserContext) => Promise<unknown>;
};

const HEARD = [
  'ready',
  'comment',
  'vote',
  'connection',
  'error',
  'unread',
  'resize',
  'poll',
  'token-expiring',
];
let count = 0;

/** `{{live}}` in the body is the address of the product; the page's own script is one of its site's files. */
export async function openHostPage(
  browser: Browser,
  show: Show,
  site: HostSite,
  { body, csp, name = 'localhost', device = DESKTOP, forgiven, prepare }: Wishes,
): Promise<HostPage> {
  const [{ url }] = show.nodes;
  const path = `/${(count += 1)}`;
  site.put('/listen.js', { html: listening, headers: { 'content-type': 'text/javascript' } });
  const policy = csp?.replaceAll('{{live}}', url);
  const address = site.put(path, {
    html: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Site</title><script src="/listen.js"></script><body>${body.replaceAll('{{live}}', url)}`,
    ...(policy !== undefined && { headers: { 'content-security-policy': policy } }),
  });
  const guest = await visit(browser, address.replace('127.0.0.1', name), device, forgiven, prepare);
  const { page } = guest;
  const heard: HostPage['heard'] = (event) =>
    page.evaluate((type) => (window as unknown as Heard).heard[type] ?? [], event);

  return {
    ...guest,
    widget: (nth = 0) => page.frameLocator('xinli-live iframe').nth(nth),
    frame: (nth = 0) => page.locator('xinli-live iframe').nth(nth),
    heard,
    async hears(event, nth = 1) {
      await page.waitForFunction(
        ([type, times]) => ((window as unknown as Heard).heard[String(type)] ?? []).length >= Number(times),
        [event, nth],
      );
    },
  };
}

type Heard = { heard: Record<string, Record<string, unknown>[]> };

/** Runs in the site's page: its own ears for everything the widget says. */
const listening = `
  window.heard = {};
  for (const type of ${JSON.stringify(HEARD)})
    document.addEventListener('xl-' + type, ({ detail }) => {
      (window.heard[type] ??= []).push(detail);
    }, true);
`;

import type { Browser, BrowserContextOptions, Locator } from 'playwright-core';
import { wordsIn } from '../harness/catalogue.ts';
import type { Line } from '../harness/line.ts';
import { visit, type Visit } from '../harness/visit.ts';
import type { Speech } from './speech.ts';

export const LANDSCAPE = {
  viewport: { width: 1180, height: 820 },
  hasTouch: true,
} satisfies BrowserContextOptions;
export const PORTRAIT = {
  viewport: { width: 820, height: 1180 },
  hasTouch: true,
} satisfies BrowserContextOptions;

/** A judge with a tablet, and what a judge does on it. */
export type Tablet = Visit & {
  turnTo(contestant: string): Promise<void>;
  /** By the keypad, then review and signature. */
  score(contestant: string, figure: string): Promise<void>;
  sheet(): Locator;
};

/** Pairs by a one-time code, as by scanning it. */
export async function openTablet(
  browser: Browser,
  speech: Speech,
  judge: Speech['judges'][number],
  line: Line,
  device: BrowserContextOptions = LANDSCAPE,
): Promise<Tablet> {
  const { code } = await speech.run('judge:invite', { judgeId: judge.id });
  // The line is cut on purpose: what the browser says of it is no fault.
  const cuts = [/ERR_(?:CONNECTION|EMPTY|INTERNET|SOCKET|NETWORK)/, /WebSocket connection to/];
  const guest = await visit(
    browser,
    `${line.url}/judge/${speech.slug}#${code}`,
    { ...device, locale: speech.language },
    cuts,
  );
  const { page } = guest;
  const say = wordsIn(speech.language);
  const list = page.getByRole('navigation', { name: say('选手名单') });
  const sheet = (): Locator => page.getByRole('dialog');
  await page.getByText(say('全部送达')).waitFor();
  const press = (where: Locator, name: string): Promise<void> =>
    where.getByRole('button', { name, exact: true }).click();
  const turnTo = (contestant: string): Promise<void> =>
    list.getByRole('button').filter({ hasText: contestant }).last().click();
  return {
    ...guest,
    turnTo,
    sheet,
    async score(contestant, figure) {
      await turnTo(contestant);
      const card = page.getByRole('region', { name: '评分表' });
      await card.getByRole('button', { name: /打开数字键盘/ }).click();
      await page.keyboard.type(figure);
      await press(sheet(), '确定');
      await press(card, '复核');
      await press(sheet(), '签名并锁定');
      await sheet().waitFor({ state: 'detached' });
    },
  };
}

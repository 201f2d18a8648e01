import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Show } from '../harness/show.ts';
import { PHONE, visit, type Visit } from '../harness/visit.ts';

/** A viewer, and what a viewer does with the page. */
export type Phone = Visit & {
  /** Writes and sends; gives a name when it is asked for, which is before the first comment. */
  comment(text: string): Promise<void>;
  turnTo(tab: Tab): Promise<void>;
  /** The row of the list that says this, while comments are what is turned to. */
  row(text: string): Locator;
  /** This text wherever it stands or flies. */
  text(text: string): Locator;
  /** A poll's card, among all of them. */
  poll(question: string): Promise<Locator>;
  vote(question: string, option: string): Promise<void>;
  react(name: string, taps: number): Promise<void>;
  /** The taps of everybody so far, as the button says. */
  reactions(name: string): Promise<number>;
  /** Viewers now, as the header says. */
  online(): Promise<number>;
  /** The polls and the list of comments as they stand, to be compared with another time. */
  picture(): Promise<readonly string[]>;
};

type Tab = '互动' | '投票' | '流程单';
type Arrival = {
  node?: 0 | 1;
  name?: string;
  device?: BrowserContextOptions;
  /** Before anything is loaded. */
  prepare?: (context: BrowserContext) => Promise<unknown>;
};

export async function openPhone(
  browser: Browser,
  show: Show,
  { node = 0, name = '观众', device = PHONE, prepare }: Arrival = {},
): Promise<Phone> {
  const guest = await visit(browser, `${show.nodes[node].url}/e/${show.slug}`, device, [], prepare);
  const { page } = guest;
  await page.getByRole('textbox', { name: '写评论' }).waitFor();

  return {
    ...guest,
    async comment(text) {
      await turnTo(page, '互动');
      await page.getByRole('textbox', { name: '写评论' }).fill(text);
      await page.getByRole('button', { name: '发送' }).click();
      const sheet = page.getByRole('dialog', { name: '大家怎么称呼你？' });
      const row = rowOf(page, text);
      await sheet.or(row).first().waitFor();
      if (await sheet.isVisible()) {
        await sheet.getByRole('textbox', { name: '昵称' }).fill(name);
        await sheet.getByRole('button', { name: '确定并发送' }).click();
      }
      await row.waitFor();
    },
    turnTo: (tab) => turnTo(page, tab),
    row: (text) => rowOf(page, text),
    text: (text) => page.getByText(text, { exact: true }),
    poll: (question) => openPoll(page, question),
    vote: (question, option) => voteOn(page, question, option),
    async react(reaction, taps) {
      const button = page.getByRole('button', { name: reaction, exact: true });
      for (let tap = 0; tap < taps; tap += 1) await button.click();
    },
    reactions: async (reaction) =>
      numberIn(await page.getByRole('button', { name: reaction, exact: true }).innerText()),
    online: async () =>
      numberIn((await page.getByRole('button', { name: /在线，/ }).getAttribute('aria-label')) ?? ''),
    async picture() {
      await turnTo(page, '互动');
      const talk = await page.getByRole('tabpanel').ariaSnapshot();
      await turnTo(page, '投票');
      return [talk, await page.getByRole('tabpanel').ariaSnapshot()];
    },
  };
}

export async function voteOn(page: Page, question: string, option: string): Promise<void> {
  const poll = await openPoll(page, question);
  await poll.getByText(option, { exact: true }).click();
  await poll.getByRole('button', { name: '投票', exact: true }).click();
}

async function openPoll(page: Page, question: string): Promise<Locator> {
  await turnTo(page, '投票');
  return page.getByRole('article', { name: `投票：${question}`, exact: true });
}

async function turnTo(page: Page, name: Tab): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

const rowOf = (page: Page, text: string): Locator =>
  page.getByRole('group', { name: '评论列表' }).getByRole('listitem').filter({ hasText: text });

const numberIn = (text: string): number => Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', ''));

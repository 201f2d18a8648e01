import type { Browser, Locator, Page } from 'playwright-core';
import type { Show } from '../harness/show.ts';
import { DESKTOP, visit, type Visit } from '../harness/visit.ts';

type Scene = '等待画面' | '评论墙' | '现场数据' | '投票' | '黑场';
type Step = '开始投票' | '停止投票' | '揭晓结果' | '上大屏';

/** Whoever runs the show, at the console and by its buttons alone. */
export type Host = Visit & {
  /** Viewers now, as the strip of counters says. */
  online(): Promise<number>;
  hide(comment: string): Promise<void>;
  /** Takes the last hide back: by its key, as the button beside it is there for ten seconds alone. */
  undo(): Promise<void>;
  /** From now on comments wait to be let through. */
  moderateFirst(): Promise<void>;
  approve(comment: string): Promise<void>;
  kick(comment: string): Promise<void>;
  draftPoll(question: string, options: readonly string[], rules: { isHidden: boolean }): Promise<void>;
  /** A poll as the desk sees it. */
  poll(question: string): Locator;
  step(question: string, step: Step): Promise<void>;
  take(scene: Scene): Promise<void>;
  countDown(label: string, minutes: number): Promise<void>;
  announce(title: string, text: string): Promise<void>;
};

export async function openHost(browser: Browser, show: Show, node: 0 | 1 = 0): Promise<Host> {
  const token = await show.token('host');
  const desk = await visit(browser, `${show.nodes[node].url}/host/${show.slug}#token=${token}`, DESKTOP);
  const { page } = desk;
  const panel = (name: string): Locator => page.getByRole('region', { name, exact: true });
  const polls = panel('投票');
  const stage = panel('大屏');
  await stage.waitFor();

  return {
    ...desk,
    online: async () =>
      Number(/([\d,]+)\s*在线人数/.exec(await panel('现场数据').innerText())?.[1]?.replaceAll(',', '')),
    async hide(comment) {
      await press(await commentIn(page, '已展示', comment), '隐藏');
    },
    undo: () => page.keyboard.press('u'),
    moderateFirst: async () => {
      await panel('评论').getByLabel('展示', { exact: true }).selectOption('pre');
    },
    async approve(comment) {
      await press(await commentIn(page, '待审', comment), '通过');
    },
    async kick(comment) {
      await press(await commentIn(page, '已展示', comment), '作者');
      await page.getByRole('dialog').getByRole('button', { name: '请出现场' }).click();
    },
    async draftPoll(question, options, { isHidden }) {
      await polls.getByRole('button', { name: '新投票' }).click();
      await writePoll(page.getByRole('dialog', { name: '新投票' }), question, options, isHidden);
    },
    poll: (question) => pollIn(polls, question),
    step: (question, step) => press(pollIn(polls, question), step),
    async take(scene) {
      if (scene === '黑场') return press(stage, '黑场');
      const isBlack = stage.getByRole('button', { name: '结束黑场' });
      if (await isBlack.isVisible()) await isBlack.click();
      await stage.getByRole('radio', { name: scene, exact: true }).click();
      await press(stage, '切播');
    },
    async countDown(label, minutes) {
      await stage.getByRole('radio', { name: '倒计时' }).click();
      await stage.getByRole('textbox', { name: '倒计时的名目' }).fill(label);
      await stage.getByRole('textbox', { name: '别的分钟数' }).fill(String(minutes));
      await press(stage, '切播');
    },
    async announce(title, text) {
      await stage.getByRole('radio', { name: '公告' }).click();
      await stage.getByRole('textbox', { name: '公告标题' }).fill(title);
      await stage.getByRole('textbox', { name: '公告内容' }).fill(text);
      await press(stage, '切播');
    },
  };
}

const press = (where: Locator, name: string): Promise<void> =>
  where.getByRole('button', { name, exact: true }).click();

const pollIn = (polls: Locator, question: string): Locator =>
  polls
    .getByRole('listitem')
    .filter({ has: polls.page().getByRole('heading', { name: question, exact: true }) });

/** The row of a comment. The list keeps still while someone works in it; what waits is let in by its button. */
async function commentIn(page: Page, view: '已展示' | '待审', text: string): Promise<Locator> {
  const panel = page.getByRole('region', { name: '评论', exact: true });
  await panel.getByRole('tab', { name: view }).click();
  const row = panel.getByRole('listitem').filter({ hasText: text });
  const goOn = panel.getByRole('button', { name: '继续' });
  await row.or(goOn).first().waitFor();
  if (await goOn.isVisible()) await goOn.click();
  await row.waitFor();
  return row;
}

async function writePoll(
  form: Locator,
  question: string,
  options: readonly string[],
  isHidden: boolean,
): Promise<void> {
  await form.getByRole('textbox', { name: '问题' }).fill(question);
  for (const [index, option] of options.entries()) {
    const field = form.getByRole('textbox', { name: `选项 ${String.fromCodePoint(65 + index)}` });
    if (!(await field.isVisible())) await press(form, '加一个选项');
    await field.fill(option);
  }
  if (isHidden) await form.getByRole('switch', { name: '揭晓前不公开结果' }).click();
  await press(form, '存为草稿');
  await form.waitFor({ state: 'detached' });
}

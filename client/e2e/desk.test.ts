import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventually } from './harness/eventually.ts';
import { lacks } from './harness/programs.ts';
import { type Show, startShow } from './harness/show.ts';
import { tabTo } from './harness/tab-to.ts';
import { useBrowser } from './harness/use-browser.ts';
import { DESKTOP, visit, type Visit } from './harness/visit.ts';
import { gatherCrowd } from './people/crowd.ts';
import { openPhone } from './people/phone.ts';
import { openStage } from './people/stage.ts';

const panel = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const othersOf = (page: Page): Locator => panel(page, '别人手里的').getByRole('listitem');

/** Rows that are this moderator's to decide. */
const mineOf = async (page: Page): Promise<string[]> => {
  const rows = panel(page, '评论').getByRole('listitem').filter({ hasText: '通过' });
  return (await rows.allInnerTexts()).map((text) => /第\d+句/.exec(text)?.[0] ?? '');
};

describe.skipIf(lacks('chromium'))('the desk', () => {
  const browser = useBrowser();
  const sit = async (show: Show, role: 'host' | 'moderator'): Promise<Visit> => {
    const link = `${show.nodes[0].url}/host/${show.slug}#token=${await show.token(role)}`;
    const desk = await visit(browser(), link, DESKTOP);
    await panel(desk.page, '评论').waitFor();
    return desk;
  };

  test('two moderators share one queue by keys: none is dealt to both, a decision can be taken back', async () => {
    await using show = await startShow();
    await show.run('event:configure', { comments: { mode: 'pre' } });
    await using crowd = await gatherCrowd(show.nodes[0].url, show.slug, 12);
    await using viewer = await openPhone(browser(), show);
    await crowd.all('comment:post', (index) => ({ text: `第${index + 10}句` }));
    await using one = await sit(show, 'moderator');
    await one.page.keyboard.press('2');
    await one.page.getByText('最久等了').waitFor();
    await using two = await sit(show, 'moderator');
    await two.page.keyboard.press('2');
    await othersOf(two.page).nth(5).waitFor();
    await othersOf(one.page).nth(5).waitFor();
    const [mine, theirs] = [await mineOf(one.page), await mineOf(two.page)];
    expect([...mine, ...theirs].toSorted()).toEqual(
      Array.from({ length: 12 }, (_, index) => `第${index + 10}句`),
    );

    for (const text of mine.slice(0, 2)) {
      await one.page.keyboard.press('a');
      await viewer.row(text).waitFor();
    }
    await two.page.keyboard.press('d');
    await two.page.getByText(`未通过：${theirs[0]}`).waitFor();
    await one.page.keyboard.press('u');
    await viewer.row(mine[1] ?? '').waitFor({ state: 'detached' });
    expect(await viewer.row(mine[0] ?? '').count()).toBe(1);
    expect(await viewer.row(theirs[0] ?? '').count()).toBe(0);

    // Who turns away gives back what was in hand.
    await two.page.keyboard.press('1');
    await eventually(() => othersOf(one.page).count()).toBe(0);
    await one.page.locator('footer').getByText('放回了待审').waitFor();
  });

  test('the host runs the show by keys alone; a reload loses nothing that was being written', async () => {
    await using show = await startShow();
    await using viewer = await openPhone(browser(), show);
    await using stage = await openStage(browser(), show);
    await using host = await sit(show, 'host');
    const { page } = host;
    const { keyboard } = page;
    const form = page.getByRole('dialog', { name: '新投票' });
    await keyboard.press('v');
    await tabTo(form.getByRole('textbox', { name: '问题' }));
    await keyboard.type('要不要加演？');
    await page.reload();
    await panel(page, '评论').waitFor();
    await keyboard.press('v');
    const question = form.getByRole('textbox', { name: '问题' });
    await eventually(() => question.inputValue()).toBe('要不要加演？');
    await tabTo(form.getByRole('button', { name: '是 / 否' }));
    await keyboard.press('Enter');
    await tabTo(form.getByRole('button', { name: '立即开始' }));
    await keyboard.press('Enter');
    await (await viewer.poll('要不要加演？')).waitFor();
    await form.waitFor({ state: 'detached' }); // the desk hears keys once its own answer closed the sheet

    await keyboard.press('n');
    await page.locator('footer').getByText('合唱《春天的故事》').waitFor();
    await keyboard.press('g');
    await tabTo(page.getByRole('textbox', { name: '公告内容' }));
    await keyboard.type('中场休息十分钟');
    await tabTo(page.getByRole('button', { name: '发给所有观众' }));
    await keyboard.press('Enter');
    await viewer.page.getByText('中场休息十分钟').waitFor();
    await page.getByRole('dialog', { name: '给观众的公告' }).waitFor({ state: 'detached' });

    await keyboard.press('Shift+V');
    await page.getByRole('button', { name: '再按停止 1 个' }).waitFor();
    await keyboard.press('Shift+V');
    await panel(page, '投票').getByRole('button', { name: '揭晓结果' }).waitFor();

    await show.run('stage:take', { scene: 'wall' });
    await viewer.comment('墙上见');
    await stage.page.getByText('墙上见').waitFor();
    await keyboard.press('Shift+C');
    await stage.page.getByText('墙上见').waitFor({ state: 'detached' });
    await keyboard.press('u');
    await stage.page.getByText('墙上见').waitFor();
    await keyboard.press('Shift+P');
    await viewer.page.getByText('主持人暂时关闭了评论').waitFor();
    await keyboard.press('u');
    await viewer.page.getByRole('textbox', { name: '写评论' }).waitFor();

    await show.run('event:configure', { comments: { mode: 'delay', delaySeconds: 6 } });
    await using other = await openPhone(browser(), show);
    await viewer.comment('手快有手慢无');
    await panel(page, '评论').getByText('秒后展示').waitFor();
    await keyboard.press('j');
    await keyboard.press('d');
    await page.getByText('已隐藏：手快有手慢无').waitFor();
    await viewer.row('手快有手慢无').waitFor({ state: 'detached' });
    await other.comment('后来的一句');
    await other.row('后来的一句').waitFor();
    expect(await other.row('手快有手慢无').count()).toBe(0);
  });
});

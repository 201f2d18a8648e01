import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violationsOf } from './harness/axe.ts';
import { eventually } from './harness/eventually.ts';
import { lacks } from './harness/programs.ts';
import { startShow } from './harness/show.ts';
import { tabTo } from './harness/tab-to.ts';
import { useBrowser } from './harness/use-browser.ts';
import { DESKTOP, PHONE } from './harness/visit.ts';
import { gatherCrowd } from './people/crowd.ts';
import { openPhone } from './people/phone.ts';

/** A phone whose keyboard is open: this much is left to see. */
const ABOVE_KEYBOARD = { width: 390, height: 420 };

const field = (page: Page) => page.getByRole('textbox', { name: '写评论' });

/** Runs in the page: what flies over the picture, by its words. */
const flying = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main [aria-hidden=true] > div > span[dir=auto]')].map(
      (span) => span.textContent ?? '',
    ),
  );

/** What sticks out of the page sideways, or is cut off in its button. */
const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { innerWidth } = window;
    const wide = [...document.querySelectorAll('#page *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const isCut = element.closest('[aria-hidden=true], main, [role=tablist]') !== null;
      return width > 0 && !isCut && (left < -1 || right > innerWidth + 1);
    });
    const cut = [...document.querySelectorAll<HTMLElement>('#page button')].filter(
      (button) => button.scrollWidth > button.clientWidth + 1,
    );
    return [...wide, ...cut].map((element) => element.outerHTML.slice(0, 120));
  });

describe.skipIf(lacks('chromium'))('a viewer', () => {
  const browser = useBrowser();

  test('looking back: every comment is there, none moves, and what comes is counted', async () => {
    await using show = await startShow();
    await using nan = await openPhone(browser(), show, { name: '南山阿强' });
    await using crowd = await gatherCrowd(show.nodes[0].url, show.slug, 100);
    const { page } = nan;
    const lines = page.getByRole('group', { name: '评论列表' }).getByRole('listitem');
    // So many that the sample leaves none of these out: five in each of the quickest beats are 100 a second.
    await show.run('event:configure', { comments: { displayPerSecond: 200 } });
    for (let first = 0; first < crowd.size; first += 5) {
      const isNext = (index: number): boolean => index >= first && index < first + 5;
      await crowd.all('comment:post', (index) => ({ text: `第${index}句` }), isNext);
      for (let index = first; index < first + 5; index += 1) await nan.row(`第${index}句`).waitFor();
    }
    expect(await lines.count()).toBeLessThan(100);
    const fromTop = (text: string): Promise<number> =>
      nan.row(text).evaluate((line) => Math.round(line.getBoundingClientRect().top));

    const before = await fromTop('第95句');
    await page.getByRole('group', { name: '评论列表' }).hover();
    await page.mouse.wheel(0, -200);
    await eventually(() => lines.count()).toBe(100);
    await eventually(() => fromTop('第95句')).toBe(before + 200);
    await crowd.all(
      'comment:post',
      () => ({ text: '后来的' }),
      (index) => index === 0,
    );
    await page.getByRole('button', { name: '1 条新评论' }).click();
    await nan.row('后来的').waitFor();
    expect(await lines.count()).toBeLessThan(100);
    expect(await lines.last().evaluate((line) => line.getBoundingClientRect().bottom)).toBeLessThan(844);
  });

  test('danmaku fly, are taken back in the air, turn off with one tap, and stay as they were chosen', async () => {
    await using show = await startShow();
    await using nan = await openPhone(browser(), show, { name: '南山阿强' });
    await using bo = await openPhone(browser(), show, { name: '福田小雨' });
    const { page } = nan;
    await bo.comment('飞起来');
    await eventually(() => flying(page)).toEqual(['飞起来']);
    const row = await bo.page.evaluate(() => localStorage.getItem('xinli:mine::demo'));
    const [{ id }] = JSON.parse(row ?? '[]') as [{ id: string }];
    await show.run('comment:hide', { commentId: id });
    await eventually(() => flying(page)).toEqual([]);
    expect(await nan.row('飞起来').count()).toBe(0);

    await page.getByRole('button', { name: '弹幕设置' }).click();
    const sheet = page.getByRole('dialog', { name: '弹幕设置' });
    await sheet.getByRole('radio', { name: '特大' }).check({ force: true });
    await sheet.getByRole('radio', { name: '慢' }).check({ force: true });
    await sheet.getByRole('slider', { name: '不透明度' }).fill('40');
    await page.keyboard.press('Escape');
    await bo.comment('大一点');
    await eventually(() => flying(page)).toEqual(['大一点']);
    const lanes = page.locator('main [aria-hidden=true]:has(> div > span[dir=auto])');
    expect(await lanes.evaluate((element) => getComputedStyle(element).opacity)).toBe('0.4');
    expect(
      await page.evaluate(() =>
        document.getAnimations().some(({ effect }) => Number(effect?.getTiming().duration) === 30 * 12_000),
      ),
    ).toBe(true);

    await page.getByRole('switch', { name: '弹幕' }).click();
    await eventually(() => flying(page)).toEqual([]);
    await page.reload();
    await nan.row('大一点').waitFor();
    expect(await page.getByRole('switch', { name: '弹幕' }).getAttribute('aria-checked')).toBe('false');
    await page.getByRole('button', { name: '弹幕设置' }).click();
    expect(await sheet.getByRole('radio', { name: '特大' }).isChecked()).toBe(true);
  });

  test('with less motion wished for, nothing flies before it is asked for; the list has it all', async () => {
    await using show = await startShow();
    await using nan = await openPhone(browser(), show, { device: { ...PHONE, reducedMotion: 'reduce' } });
    await using bo = await openPhone(browser(), show);
    await bo.comment('安静地来');
    await nan.row('安静地来').waitFor();
    expect(await flying(nan.page)).toEqual([]);
    await nan.page.getByRole('switch', { name: '弹幕' }).click();
    await bo.comment('现在飞');
    await eventually(() => flying(nan.page)).toEqual(['现在飞']);
  });

  test('writes above the keyboard, through an input method, in slow mode, across a reload', async () => {
    await using show = await startShow();
    await using nan = await openPhone(browser(), show, { name: '南山阿强' });
    const { page, context } = nan;
    await nan.comment('第一句');
    await show.run('event:configure', { comments: { slowModeSeconds: 60 } });
    await page.getByRole('button', { name: /^\d+ 秒$/ }).waitFor();

    await page.setViewportSize(ABOVE_KEYBOARD);
    const box = await field(page).boundingBox();
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(ABOVE_KEYBOARD.height);
    await field(page).focus();
    const session = await context.newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: "jia'you", selectionStart: 7, selectionEnd: 7 });
    expect(await field(page).inputValue()).toBe("jia'you");
    await session.send('Input.insertText', { text: '加油' });
    expect(await field(page).inputValue()).toBe('加油');
    expect(await nan.row('加油').count()).toBe(0);
    await page.getByText('慢速模式：每 60 秒可发一条').waitFor();

    await page.reload();
    await page.getByRole('button', { name: /^\d+ 秒$/ }).waitFor();
    await field(page).fill('还能继续写');
    await show.run('event:configure', { comments: { slowModeSeconds: 0 } });
    await page.getByRole('button', { name: '发送' }).click();
    await nan.row('还能继续写').waitFor();
  });

  test('finds their own by keyboard alone: comments with what became of them, ballots with what was chosen', async () => {
    await using show = await startShow();
    const { pollId } = await show.run('poll:create', { question: '加演一个？', options: ['好', '不用'] });
    await show.run('poll:open', { pollId });
    await using nan = await openPhone(browser(), show, { name: '南山阿强', device: DESKTOP });
    const { page } = nan;
    await nan.comment('这句会被撤下');
    await nan.comment('这句留着');
    await nan.vote('加演一个？', '好');
    const kept = await page.evaluate(() => localStorage.getItem('xinli:mine::demo'));
    const [{ id }] = JSON.parse(kept ?? '[]') as [{ id: string }];
    await show.run('comment:hide', { commentId: id });

    const button = page.getByRole('button', { name: '我的', exact: true });
    await tabTo(button);
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: '我的' });
    await sheet
      .getByRole('listitem')
      .filter({ hasText: /这句留着.*已展示，当时 1 人在线/ })
      .waitFor();
    await sheet
      .getByRole('listitem')
      .filter({ hasText: /这句会被撤下.*已被管理员撤下/ })
      .waitFor();
    await sheet
      .getByRole('listitem')
      .filter({ hasText: /加演一个？.*A 好/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);

    await tabTo(page.getByRole('button', { name: '弹幕设置' }));
    await page.keyboard.press('Enter');
    const settings = page.getByRole('dialog', { name: '弹幕设置' });
    await tabTo(settings.getByRole('radio', { name: '50%' }));
    await page.keyboard.press('ArrowRight');
    expect(await settings.getByRole('radio', { name: '75%' }).isChecked()).toBe(true);
  });

  test.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ])('reads at twice the text size, on a %s', async (_name, device) => {
    await using show = await startShow();
    const { pollId } = await show.run('poll:create', {
      question: '今晚你最喜欢哪个节目？',
      options: ['合唱', '舞蹈'],
    });
    await show.run('poll:open', { pollId });
    await using nan = await openPhone(browser(), show, { device });
    const { page } = nan;
    await nan.comment('字大一点，看得清楚');
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    const findings: string[] = [];
    for (const tab of ['互动', '投票', '流程单'] as const) {
      await nan.turnTo(tab);
      findings.push(...(await overflowing(page)), ...(await violationsOf(page)));
    }
    for (const name of ['我的', '弹幕设置']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog', { name }).waitFor();
      findings.push(...(await overflowing(page)));
      await page.keyboard.press('Escape');
    }
    expect(findings).toEqual([]);
    await nan.turnTo('互动');
    await nan.row('字大一点').waitFor();
    const send = await page.getByRole('button', { name: '发送' }).boundingBox();
    expect((send?.y ?? 9_999) + (send?.height ?? 0)).toBeLessThanOrEqual(device.viewport.height);
  });
});

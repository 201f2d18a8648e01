import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { lacks } from './harness/programs.ts';
import { startShow } from './harness/show.ts';
import { tabTo } from './harness/tab-to.ts';
import { useBrowser } from './harness/use-browser.ts';
import { DESKTOP, PHONE, visit, WALL } from './harness/visit.ts';
import { openPhone } from './people/phone.ts';

const TITLE = '鹏城新力 · 新春云晚会';
const NOT_FOUND = /status of 404 .*\/(?:e|stage)\/\w+/;

const door = (page: Page) => page.getByRole('alert').filter({ hasText: '没有找到这场活动' });

describe.skipIf(lacks('chromium'))('the pages', () => {
  const browser = useBrowser();

  test.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ])('the portal lists what is on and leads to it, on a %s', async (_device, device) => {
    await using show = await startShow();
    await using guest = await visit(browser(), `${show.nodes[0].url}/`, device);
    const { page } = guest;
    await page.getByRole('heading', { name: '正在进行' }).waitFor();
    await page.getByRole('link', { name: TITLE }).click();
    await page.waitForURL('**/e/demo');
    await page.getByRole('heading', { name: TITLE }).first().waitFor();
    await page.getByRole('textbox', { name: '写评论' }).waitFor();
    expect(await page.title()).toBe(TITLE);
  });

  test('scripts and styles come compressed, to be kept', async () => {
    await using show = await startShow();
    const [{ url }] = show.nodes;
    const html = await (await fetch(`${url}/e/demo`)).text();
    const files = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path);
    expect(files.length).toBeGreaterThan(1);
    for (const path of files) {
      for (const encoding of ['br', 'gzip']) {
        const { headers } = await fetch(`${url}${path}`, { headers: { 'accept-encoding': encoding } });
        expect(headers.get('content-encoding')).toBe(encoding);
        expect(headers.get('cache-control')).toContain('immutable');
        expect(headers.get('vary')).toContain('Accept-Encoding');
      }
    }
  });

  test('an event that is not there has a page that says so, and a way on', async () => {
    await using show = await startShow();
    await using guest = await visit(browser(), `${show.nodes[0].url}/e/nowhere`, PHONE, [NOT_FOUND]);
    const { page } = guest;
    await door(page).waitFor();
    await page.getByRole('button', { name: '再试一次' }).click();
    await door(page).waitFor();
    expect((await page.reload())?.status()).toBe(404);
  });

  test('a draft is nobody’s business until it is announced', async () => {
    await using show = await startShow();
    const [{ url }] = show.nodes;
    const event = { slug: 'secret', title: '还没公布的晚会', status: 'draft' } as never;
    await show.run('event:create', event, 'secret');
    await using guest = await visit(browser(), `${url}/e/secret`, PHONE, [NOT_FOUND]);
    await using passer = await visit(browser(), `${url}/`);
    await door(guest.page).waitFor();
    await passer.page.getByRole('link', { name: TITLE }).waitFor();
    for (const { traffic } of [guest, passer])
      for (const received of await traffic.all()) expect(received).not.toContain('还没公布的晚会');

    await show.run('event:start', {}, 'secret');
    await guest.page.getByRole('button', { name: '再试一次' }).click();
    await guest.page.getByRole('heading', { name: '还没公布的晚会' }).first().waitFor();
    await passer.page.reload();
    await passer.page.getByRole('link', { name: '还没公布的晚会' }).waitFor();
  });

  test('an event that ends says so everywhere and takes nothing more', async () => {
    await using show = await startShow();
    const [{ url }] = show.nodes;
    await using phone = await openPhone(browser(), show);
    await using hall = await visit(browser(), `${url}/stage/demo`, WALL);
    await hall.page.getByText('扫码进入现场').waitFor();
    await show.run('event:end', {});
    await phone.page.getByText('现场已结束，评论已关闭').waitFor();
    await phone.page.getByText('感谢每一位到场的人').waitFor();
    expect(await phone.page.getByRole('button', { name: '点赞' }).isDisabled()).toBe(true);
    await hall.page.getByText('活动已结束，感谢每一位参与的人').waitFor();
    await using late = await visit(browser(), `${url}/`);
    await late.page.getByRole('heading', { name: '往期活动' }).waitFor();
    await late.page.getByRole('link', { name: TITLE }).click();
    await late.page.getByText('现场已结束，评论已关闭').waitFor();
  });

  test('everything a viewer does can be done by keyboard', async () => {
    await using show = await startShow();
    const { pollId } = await show.run('poll:create', { question: '加演一个？', options: ['好', '不用'] });
    await show.run('poll:open', { pollId });
    await using viewer = await openPhone(browser(), show, { device: DESKTOP });
    const { page } = viewer;
    await tabTo(page.getByRole('textbox', { name: '写评论' }));
    await page.keyboard.type('键盘也能说话');
    await page.keyboard.press('Enter');
    await tabTo(page.getByRole('textbox', { name: '昵称' }));
    await page.keyboard.press('Enter');
    await viewer.row('键盘也能说话').waitFor();

    await tabTo(page.getByRole('tab', { name: '互动' }));
    const polls = page.getByRole('tab', { name: '投票' });
    while ((await polls.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowRight');
    await tabTo(page.getByRole('radio', { name: '好' }));
    await page.keyboard.press('Space');
    await tabTo(page.getByRole('button', { name: '投票', exact: true }));
    await page.keyboard.press('Enter');
    await page.getByText('你的选择').waitFor();
    await tabTo(page.getByRole('button', { name: '鼓掌' }));
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '鼓掌' }).filter({ hasText: '1' }).waitFor();
    expect(await viewer.online()).toBe(1);
  });
});

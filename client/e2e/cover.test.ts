import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { violationsOf } from './harness/axe.ts';
import { eventually } from './harness/eventually.ts';
import { lacks } from './harness/programs.ts';
import { startShow } from './harness/show.ts';
import { useBrowser } from './harness/use-browser.ts';
import { visit } from './harness/visit.ts';
import { openHost } from './people/host.ts';

const COVER = new URL('../../server/http/share.jpg', import.meta.url);
const WRONG = /status of 415 .*\/photos/;

describe.skipIf(lacks('chromium'))('an event’s cover', () => {
  const browser = useBrowser();

  test('goes from the desk to the portal and to shared links; what is no picture is refused', async () => {
    await using show = await startShow();
    const [{ url }] = show.nodes;
    await using host = await openHost(browser(), show);
    const { page } = host;
    await page.getByRole('button', { name: '活动设置' }).click();
    const sheet = page.getByRole('dialog', { name: '活动设置' });
    const pick = sheet.locator('input[type="file"]');
    const shown = sheet.getByRole('img', { name: '封面' });
    const refusal = sheet.getByRole('alert');

    await pick.setInputFiles({ name: 'a.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a') });
    await refusal.filter({ hasText: '只收 JPEG、PNG 或 WebP 图片' }).waitFor();
    host.forgive(WRONG);
    await pick.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') });
    await refusal.filter({ hasText: '只收 JPEG、PNG 或 WebP 图片' }).waitFor();
    await pick.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.alloc(2_097_153) });
    await refusal.filter({ hasText: '图片不能超过 2 MB' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);

    const cover = await readFile(COVER);
    await pick.setInputFiles({ name: 'cover.jpg', mimeType: 'image/jpeg', buffer: cover });
    await refusal.waitFor({ state: 'detached' });
    await eventually(() => shown.getAttribute('src')).toMatch(/^\/api\/v1\/photos\/[\da-f]{64}$/);
    const path = (await shown.getAttribute('src')) ?? '';
    await eventually(() => shown.evaluate(widthOf)).toBe(1_200);
    expect(await (await fetch(`${url}/e/demo`)).text()).not.toContain(path); // nothing is said before it is saved
    await sheet.getByRole('button', { name: '保存设置' }).click();
    await sheet.waitFor({ state: 'detached' });

    const html = await (await fetch(`${url}/e/demo`)).text();
    const meta = (name: string) => new RegExp(`property="${name}" content="([^"]*)"`).exec(html)?.[1];
    expect([meta('og:image:width'), meta('og:image:height')]).toEqual(['1200', '630']);
    const image = await fetch(meta('og:image') ?? '');
    expect(Buffer.from(await image.arrayBuffer()).equals(cover)).toBe(true);
    await using guest = await visit(browser(), `${url}/`);
    const card = guest.page.getByRole('article').filter({ hasText: '鹏城新力 · 新春云晚会' });
    await eventually(() => card.locator('img').getAttribute('src')).toBe(path);
    await eventually(() => card.locator('img').evaluate(widthOf)).toBe(1_200);

    await page.getByRole('button', { name: '活动设置' }).click();
    await sheet.getByRole('button', { name: '用默认封面' }).click();
    await sheet.getByRole('button', { name: '保存设置' }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(await (await fetch(`${url}/e/demo`)).text()).toContain('/share.jpg');
  });
});

/** Run in the page: how wide the picture is that has come; 0 before it has. */
const widthOf = (image: Element): number => (image instanceof HTMLImageElement ? image.naturalWidth : 0);

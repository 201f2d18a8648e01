import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violationsOf } from './harness/axe.ts';
import { chineseOn, turnToEnglish } from './harness/chinese.ts';
import { lacks } from './harness/programs.ts';
import { useBrowser } from './harness/use-browser.ts';
import { DESKTOP, PHONE, visit } from './harness/visit.ts';
import { QUESTION, startGala } from './people/gala.ts';
import { openHost } from './people/host.ts';
import { openPhone } from './people/phone.ts';
import { openStage } from './people/stage.ts';

/** What is wrong with a page, state by state. */
function inspect() {
  const findings: string[] = [];
  const note = (state: string, found: readonly string[]): void =>
    void findings.push(...found.map((finding) => `${state}: ${finding}`));
  return {
    findings,
    /** Against WCAG 2.2 AA. */
    checkAccess: async (page: Page, state: string) => note(state, await violationsOf(page)),
    /** An event in English on a page in English has nothing Chinese about it. */
    checkEnglish: async (page: Page, state: string) => note(state, await chineseOn(page)),
  };
}

describe.skipIf(lacks('chromium'))('for everybody', () => {
  const browser = useBrowser();

  test('the portal', async () => {
    const { findings, checkAccess, checkEnglish } = inspect();
    await using gala = await startGala();
    await using guest = await visit(browser(), `${gala.nodes[0].url}/`);
    const { page } = guest;
    await page.getByRole('link', { name: 'Harbour Gala' }).waitFor();
    await checkAccess(page, 'in Chinese');
    await turnToEnglish(page);
    await checkEnglish(page, 'in English');
    await checkAccess(page, 'in English');
    expect(findings).toEqual([]);
  });

  test.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ])('the viewer’s page on a %s', async (_name, device) => {
    const { findings, checkAccess, checkEnglish } = inspect();
    await using gala = await startGala();
    await using viewer = await openPhone(browser(), gala, { device, name: 'Nan' });
    const { page } = viewer;
    await viewer.comment('Good evening');
    await checkAccess(page, 'comments');
    const poll = await viewer.poll(QUESTION);
    await poll.waitFor();
    await checkAccess(page, 'an open poll');
    await viewer.vote(QUESTION, 'Homecoming');
    await poll.getByText('你的选择').waitFor();
    await checkAccess(page, 'bars');
    for (const name of ['我的', '弹幕设置']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').waitFor();
      await checkAccess(page, name);
      await page.keyboard.press('Escape');
    }

    await turnToEnglish(page);
    for (const tab of ['Talk', 'Vote', 'Rundown']) {
      await page.getByRole('tab', { name: tab }).click();
      await checkEnglish(page, tab);
    }
    for (const name of ['Mine', 'Danmaku settings']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog', { name }).waitFor();
      await checkEnglish(page, name);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: /online/ }).click();
    await page.getByRole('dialog').waitFor();
    await checkEnglish(page, 'what the counters count');
    await checkAccess(page, 'what the counters count');
    expect(findings).toEqual([]);
  });

  test('every scene of the stage', async () => {
    const { findings, checkAccess, checkEnglish } = inspect();
    await using gala = await startGala();
    await using viewer = await openPhone(browser(), gala, { name: 'Nan' });
    await viewer.comment('Good evening');
    await using stage = await openStage(browser(), gala);
    await stage.page.keyboard.press('l');
    await stage.page.locator('html[lang=en]').waitFor({ state: 'attached' });
    for (const { scene, shows } of gala.scenes) {
      await gala.run('stage:take', scene);
      await stage.text(shows).first().waitFor();
      await checkAccess(stage.page, scene.scene);
      await checkEnglish(stage.page, scene.scene);
    }
    expect(findings).toEqual([]);
  });

  test('the console', async () => {
    const { findings, checkAccess, checkEnglish } = inspect();
    await using gala = await startGala();
    await using viewer = await openPhone(browser(), gala, { name: 'Nan' });
    await viewer.comment('Good evening');
    await viewer.vote(QUESTION, 'Homecoming');
    await using host = await openHost(browser(), gala);
    const { page } = host;
    await host.poll(QUESTION).getByText('1 票').waitFor();
    await checkAccess(page, 'in Chinese');
    await turnToEnglish(page);
    await gala.run('announcement:make', { text: 'The bar is open' });
    await gala.run('words:set', { block: ['evening'], names: ['bot'] });
    await viewer.comment('A fine evening');
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      const name = await tab.innerText();
      await checkEnglish(page, name);
      if (/Words|Hidden/.test(name)) await checkAccess(page, name);
    }
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await checkEnglish(page, 'the rundown being edited');
    await checkAccess(page, 'the rundown being edited');
    await page.getByRole('button', { name: 'Cancel' }).click();
    const seen = new Set(['New poll', 'Copy']);
    for (const sheet of await page.locator('[aria-haspopup=dialog]').filter({ visible: true }).all()) {
      const name = await sheet.innerText();
      if (seen.has(name)) continue;
      seen.add(name);
      await sheet.click();
      await page.getByRole('dialog').waitFor();
      await checkEnglish(page, name);
      await checkAccess(page, name);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: 'New poll' }).click();
    await checkEnglish(page, 'a new poll');
    await checkAccess(page, 'a new poll');
    await page.keyboard.press('Escape');
    await page.setViewportSize(PHONE.viewport);
    await checkAccess(page, 'on a phone');
    expect(findings).toEqual([]);
  });

  test.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ])('the console with text of twice the size, on a %s', async (_name, device) => {
    await using gala = await startGala();
    const link = `${gala.nodes[0].url}/host/${gala.slug}#token=${await gala.token('host')}`;
    await using desk = await visit(browser(), link, device);
    const { page } = desk;
    await page.getByRole('region', { name: '应急' }).waitFor();
    await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
    const urgent = page.getByRole('region', { name: '应急' }).getByRole('button');
    for (const button of await urgent.all()) await button.click({ trial: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    for (const tab of await page.getByRole('tab').all()) await tab.click({ trial: true });
  });
});

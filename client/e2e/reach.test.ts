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

/** In whatever state: nothing against WCAG 2.2 AA. */
const isOpenToAll = async (page: Page, state: string): Promise<void> =>
  expect(await violationsOf(page), state).toEqual([]);
/** An event in English on a page in English: nothing Chinese is left. */
const isEnglish = async (page: Page, state: string): Promise<void> =>
  expect(await chineseOn(page), state).toEqual([]);

describe.skipIf(lacks('chromium'))('for everybody', () => {
  const browser = useBrowser();

  test('the portal', async () => {
    await using gala = await startGala();
    await using guest = await visit(browser(), `${gala.nodes[0].url}/`);
    const { page } = guest;
    await page.getByRole('link', { name: 'Harbour Gala' }).waitFor();
    await isOpenToAll(page, 'in Chinese');
    await turnToEnglish(page);
    await isEnglish(page, 'in English');
    await isOpenToAll(page, 'in English');
  });

  test.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ])('the viewer’s page on a %s', async (_name, device) => {
    await using gala = await startGala();
    await using viewer = await openPhone(browser(), gala, { device, name: 'Nan' });
    const { page } = viewer;
    await viewer.comment('Good evening');
    await isOpenToAll(page, 'comments');
    const poll = await viewer.poll(QUESTION);
    await poll.waitFor();
    await isOpenToAll(page, 'an open poll');
    await viewer.vote(QUESTION, 'Homecoming');
    await poll.getByText('你的选择').waitFor();
    await isOpenToAll(page, 'bars');

    await turnToEnglish(page);
    for (const tab of ['Talk', 'Vote', 'Rundown']) {
      await page.getByRole('tab', { name: tab }).click();
      await isEnglish(page, tab);
    }
    await page.getByRole('button', { name: /online/ }).click();
    await page.getByRole('dialog').waitFor();
    await isEnglish(page, 'what the counters count');
    await isOpenToAll(page, 'what the counters count');
  });

  test('every scene of the stage', async () => {
    await using gala = await startGala();
    await using viewer = await openPhone(browser(), gala, { name: 'Nan' });
    await viewer.comment('Good evening');
    await using stage = await openStage(browser(), gala);
    await stage.page.keyboard.press('l');
    await stage.page.locator('html[lang=en]').waitFor({ state: 'attached' });
    for (const { scene, shows } of gala.scenes) {
      await gala.run('stage:take', scene);
      await stage.text(shows).first().waitFor();
      await isOpenToAll(stage.page, scene.scene);
      await isEnglish(stage.page, scene.scene);
    }
  });

  test('the console', async () => {
    await using gala = await startGala();
    await using viewer = await openPhone(browser(), gala, { name: 'Nan' });
    await viewer.comment('Good evening');
    await viewer.vote(QUESTION, 'Homecoming');
    await using host = await openHost(browser(), gala);
    const { page } = host;
    await host.poll(QUESTION).getByText('1 票').waitFor();
    await isOpenToAll(page, 'in Chinese');
    await turnToEnglish(page);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      const name = await tab.innerText();
      await isEnglish(page, name);
      await isOpenToAll(page, name);
    }
    for (const sheet of await page.locator('[aria-haspopup=dialog]').filter({ visible: true }).all()) {
      const name = await sheet.innerText();
      await sheet.click();
      await page.getByRole('dialog').waitFor();
      await isEnglish(page, name);
      await isOpenToAll(page, name);
      await page.keyboard.press('Escape');
    }
  });
});

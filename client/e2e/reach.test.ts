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

    await turnToEnglish(page);
    for (const tab of ['Talk', 'Vote', 'Rundown']) {
      await page.getByRole('tab', { name: tab }).click();
      await checkEnglish(page, tab);
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
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      const name = await tab.innerText();
      await checkEnglish(page, name);
    }
    for (const sheet of await page.locator('[aria-haspopup=dialog]').filter({ visible: true }).all()) {
      const name = await sheet.innerText();
      await sheet.click();
      await page.getByRole('dialog').waitFor();
      await checkEnglish(page, name);
      await checkAccess(page, name);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: 'New poll' }).click();
    await checkEnglish(page, 'a new poll');
    await checkAccess(page, 'a new poll');
    expect(findings).toEqual([]);
  });
});

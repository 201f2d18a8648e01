import { describe, expect, test } from 'vitest';
import { violationsOf } from './harness/axe.ts';
import { chineseOn } from './harness/chinese.ts';
import { GALA, openGala, QUESTION, scenesWith } from './harness/gala.ts';
import { lacks } from './harness/programs.ts';
import { startShow } from './harness/show.ts';
import { useBrowser } from './harness/use-browser.ts';
import { DESKTOP, PHONE, visit, WALL } from './harness/visit.ts';
import { openPhone } from './people/phone.ts';

describe.skipIf(lacks('chromium'))('for everybody', () => {
  const browser = useBrowser();

  test('the portal', async () => {
    await using show = await startShow();
    await using guest = await visit(browser(), `${show.nodes[0].url}/`);
    await guest.page.getByRole('link', { name: /新春云晚会/ }).waitFor();
    expect(await violationsOf(guest.page)).toEqual([]);
  });

  test.each([['phone', PHONE], ['desktop', DESKTOP]])('the viewer’s page on a %s', async (_device, device) => {
    await using show = { ...(await startShow()), slug: GALA };
    await openGala(show);
    await using viewer = await openPhone(browser(), show, { device, name: 'Nan' });
    await viewer.comment('Good evening');
    expect(await violationsOf(viewer.page)).toEqual([]);
    await viewer.poll(QUESTION);
    expect(await violationsOf(viewer.page)).toEqual([]);
  });

  test('every scene of the stage', async () => {
    await using show = { ...(await startShow()), slug: GALA };
    const pollId = await openGala(show);
    await using hall = await visit(browser(), `${show.nodes[0].url}/stage/${GALA}`, WALL);
    for (const [name, scene] of Object.entries(scenesWith(pollId))) {
      await show.run('stage:take', scene);
      expect(await violationsOf(hall.page), name).toEqual([]);
    }
  });

  test('in English nothing is left in Chinese', async () => {
    await using show = { ...(await startShow()), slug: GALA };
    const pollId = await openGala(show);
    const [{ url }] = show.nodes;
    await using guest = await visit(browser(), `${url}/e/${GALA}`);
    const { page } = guest;
    await page.getByRole('button', { name: 'English' }).click();
    for (const tab of ['Polls', 'Rundown', 'Talk']) {
      console.log(await page.getByRole('tab').allInnerTexts());
      expect(await chineseOn(page), tab).toEqual([]);
    }
    await using hall = await visit(browser(), `${url}/stage/${GALA}?lang=en`, WALL);
    for (const [name, scene] of Object.entries(scenesWith(pollId))) {
      await show.run('stage:take', scene);
      expect(await chineseOn(hall.page), name).toEqual([]);
    }
  });
});

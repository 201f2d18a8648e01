import type { Browser, BrowserContext } from 'playwright-core';
import { startHostSite } from './harness/host-site.ts';
import { openLine } from './harness/line.ts';
import { settle } from './harness/settle.ts';
import { type Show, startShow } from './harness/show.ts';
import { PHONE, visit, type Visit } from './harness/visit.ts';
import { openHostPage } from './people/host-page.ts';
import { type Language, ROOMS } from './people/room.ts';

const HOUR_MS = 3_600_000;
/** What a browser says of what is kept from it here. */
const TROUBLE = [/ERR_|WebSocket|status of 40[34]/];
/** Long enough for whatever says that it takes too long. */
const PATIENCE_MS = 15_000;

/** What stands there when something is wrong, or nothing is on: `state-<state>-<viewer|widget>-…png`. */
export async function shootStates(browser: Browser, folder: string, language: Language): Promise<void> {
  await using show = await startShow('embedded', 'states');
  await using site = await startHostSite();
  await using line = await openLine(show.nodes);
  const { title, summary, lines } = ROOMS[language];
  const startsAt = Date.now() + HOUR_MS;
  const create = (slug: string, more: object) =>
    show.run('event:create', { slug, title, summary, status: 'live', ...more }, slug);
  await create('soon', { status: 'scheduled', startsAt });
  await create('over', {});
  for (const text of lines.slice(0, 5)) await show.run('comment:post', { text }, 'over');
  await show.run('event:end', {}, 'over');
  await create('lost', { stream: { kind: 'hls', url: '/nothing.m3u8' } });
  await create('blocked', {});
  line.refuseSockets(true);

  const prepare = ({ clock }: BrowserContext): Promise<void> => clock.install();
  const device = { ...PHONE, locale: language };
  const picture = async ({ page }: Visit, name: string): Promise<void> => {
    await page.clock.fastForward(PATIENCE_MS);
    await page.waitForTimeout(1_500);
    for (const frame of page.frames()) await frame.evaluate(settle);
    await page.screenshot({ path: `${folder}state-${name}-390x844-${language}.png` });
  };
  for (const slug of ['soon', 'over', 'lost', 'blocked']) {
    const url = slug === 'blocked' ? line.url : show.nodes[0].url;
    await using viewer = await visit(browser, `${url}/e/${slug}`, device, TROUBLE, prepare);
    await viewer.page.waitForTimeout(1_500);
    await picture(viewer, `${slug}-viewer`);
    if (slug === 'lost') continue;
    const node = { ...show.nodes[0], url };
    const behind: Show = { ...show, nodes: [node, node] };
    const widget = `<xinli-live event="${slug}" lang="${language}" theme="light" loading="eager" height="520"></xinli-live>`;
    const bar = `<xinli-live event="${slug}" layout="bar" lang="${language}" theme="dark" loading="eager"></xinli-live>`;
    await using guest = await openHostPage(browser, behind, site, {
      body: `<main>${widget}<p></p>${bar}</main><script src="{{live}}/embed.js"></script>`,
      device,
      forgiven: TROUBLE,
      prepare,
    });
    await guest.page.waitForTimeout(1_500);
    await picture(guest, `${slug}-widget`);
  }
}

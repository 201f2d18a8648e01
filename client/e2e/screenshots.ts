import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { RawInput } from '#shared/protocol/commands.ts';
import { shootContest } from './contest-pictures.ts';
import { launchBrowser } from './harness/browser.ts';
import { shootHostPages } from './host-page-pictures.ts';
import { areFlying } from './harness/flying.ts';
import { expectNoFaults } from './harness/faults.ts';
import { settle } from './harness/settle.ts';
import { DESKTOP, PHONE, visit, WALL } from './harness/visit.ts';
import { type LivelyRoom, openRoom, speak } from './people/lively-room.ts';
import { type Language, ROOMS } from './people/room.ts';
import { shootStates } from './state-pictures.ts';
import { shootContestSheets, shootShowSheets } from './stage-sheets.ts';

/**
 * Pictures of every page in a lively room, in both languages, on built pages:
 * `node client/e2e/screenshots.ts [pages|states|contest|shapes] [zh-CN|en] [folder/]`, all of it when
 * nothing is named.
 */
const asked = process.argv.slice(2);
const shipped = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const folder = asked.find((word) => word.endsWith('/')) ?? shipped;

/** Asked for, or nothing of its kind is. */
const isWanted = (name: string, kind: readonly string[]): boolean =>
  asked.includes(name) || !kind.some((one) => asked.includes(one));

type Studio = { browser: Browser; room: LivelyRoom; language: Language };

/** Opens a page, brings it into the state to be seen, and takes its picture. */
async function shoot(
  { browser, room, language }: Studio,
  name: string,
  path: string,
  device: BrowserContextOptions,
  pose: (page: Page) => Promise<unknown>,
): Promise<void> {
  await using guest = await visit(browser, `${room.nodes[0].url}${path}`, { ...device, locale: language });
  const { page } = guest;
  await pose(page);
  await page.evaluate(settle);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.screenshot({ path: `${folder}${name}-${width}x${height}-${language}.png` });
}

const tab = (page: Page, index: number): Promise<void> => page.getByRole('tab').nth(index).click();

async function shootPortal(studio: Studio): Promise<void> {
  const seen = (page: Page) => page.getByRole('link', { name: studio.room.room.title }).waitFor();
  for (const device of [PHONE, DESKTOP, WALL]) await shoot(studio, 'portal', '/', device, seen);
}

async function shootViewer(studio: Studio): Promise<void> {
  const { room } = studio;
  const path = `/e/${room.slug}`;
  const { question, options } = room.room.poll;
  const [first = ''] = options;
  for (const [turn, device] of [PHONE, DESKTOP, WALL].entries()) {
    await shoot(studio, 'viewer', path, device, async (page) => {
      await page
        .getByRole('listitem')
        .filter({ hasText: room.room.lines[0] ?? '' })
        .first()
        .waitFor();
      await speak(room, { from: room.crowd.size, half: turn % 2 });
      await page.waitForFunction(areFlying, 5);
      await page.waitForFunction(isPlaying);
    });
  }
  await shoot(studio, 'viewer-vote', path, PHONE, async (page) => {
    await tab(page, 1);
    await page.getByRole('radio', { name: first }).check({ force: true });
  });
  await shoot(studio, 'viewer-bars', path, PHONE, async (page) => {
    await tab(page, 1);
    const card = page.getByRole('article').filter({ hasText: question });
    await card.getByText(first, { exact: true }).click();
    await card.getByRole('button').click();
    await card
      .getByText(String(room.crowd.size + 1))
      .first()
      .waitFor();
  });
}

/** Runs in the page: the picture has come some way, to where it has something to say. */
const isPlaying = (): boolean => (document.querySelector('video')?.currentTime ?? 0) > 4;

async function shootConsole(studio: Studio): Promise<void> {
  const path = `/host/${studio.room.slug}#token=${await studio.room.token('host')}`;
  const seen = (page: Page) => page.getByRole('heading', { name: studio.room.room.title }).waitFor();
  for (const device of [DESKTOP, WALL]) await shoot(studio, 'host', path, device, seen);
  await shoot(studio, 'host', path, PHONE, async (page) => {
    await seen(page);
    await tab(page, 1);
  });
}

async function shootStage(studio: Studio): Promise<void> {
  const { room } = studio;
  const { pollId } = room;
  const { poll, countdown, announcement, title } = room.room;
  const path = `/stage/${room.slug}`;
  const scenes: readonly [string, RawInput<'stage:take'>, string][] = [
    ['idle', { scene: 'idle' }, title],
    ['wall', { scene: 'wall' }, title],
    ['poll', { scene: 'poll', pollId }, poll.question],
    ['countdown', { scene: 'countdown', seconds: 600, label: countdown }, countdown],
    ['announcement', { scene: 'announcement', ...announcement }, announcement.title],
    ['counter', { scene: 'counter' }, title],
  ];
  for (const [name, scene, words] of scenes) {
    await room.run('stage:take', scene);
    // A narrow wall leaves the event's name out.
    const seen = (page: Page) => page.getByText(words).first().waitFor({ state: 'attached' });
    for (const device of [PHONE, DESKTOP, WALL]) await shoot(studio, `stage-${name}`, path, device, seen);
  }
  await room.run('poll:close', { pollId });
  await room.run('poll:reveal', { pollId });
  await room.run('stage:take', { scene: 'poll', pollId });
  await shoot(studio, 'stage-revealed', path, WALL, (page) => page.getByText('%').first().waitFor());
}

const PARTS = {
  async pages(language: Language) {
    await using room = await openRoom(ROOMS[language], { kind: 'hls', url: '/demo/clip.m3u8' });
    const studio: Studio = { browser, room, language };
    await shootPortal(studio);
    await shootViewer(studio);
    await shootConsole(studio);
    await shootHostPages(studio, folder);
    await shootStage(studio);
  },
  states: (language: Language) => shootStates(browser, folder, language),
  contest: (language: Language) => shootContest(browser, folder, language),
  async shapes(language: Language) {
    await shootShowSheets({ browser, folder, language });
    await shootContestSheets({ browser, folder, language });
  },
};

await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
for (const language of Object.keys(ROOMS) as Language[])
  for (const [name, part] of Object.entries(PARTS))
    if (isWanted(language, Object.keys(ROOMS)) && isWanted(name, Object.keys(PARTS))) await part(language);
await browser.close();
expectNoFaults();

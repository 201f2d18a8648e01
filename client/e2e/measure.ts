import type { Browser } from 'playwright-core';
import { sizesOf } from '../build/sizes.ts';
import { inHall, launchBrowser } from './harness/browser.ts';
import { DESKTOP, PHONE, WALL } from './harness/visit.ts';
import { watchFrames } from './measure/frame-times.ts';
import { countPictures } from './measure/pictures.ts';
import { box, option, print, round } from './measure/report.ts';
import { recordedFlood } from './measure/recording.ts';
import { startReplay } from './measure/replay.ts';
import { heapBytes, openSlow, workOf } from './measure/slow-page.ts';
import { openRoom } from './people/lively-room.ts';
import { ROOMS } from './people/room.ts';

/**
 * The pages in a browser: `npm run bench:browser -- SUITE… [--json] [--minutes N] [--runs N]`, on built pages; of
 * `flood` one page alone: `flood stage`.
 * A weak phone is the processor at a quarter of its speed; a weak network is 400 kbit/s and 150 ms.
 */
const WEAK_PHONE = { cpu: 4 };
const WEAK_NETWORK = { ...WEAK_PHONE, kbitPerSecond: 400, latencyMs: 150 };
const PAGES = ['viewer', 'portal', 'stage', 'judge', 'host'];

const suites: Record<string, (browser: Browser) => Promise<void>> = { sizes, load, danmaku, heap, flood };

/** What each page loads before it shows anything, compressed. */
async function sizes(): Promise<void> {
  for (const { page, scriptBytes, styleBytes } of await sizesOf(PAGES))
    print(`${page} size`, { scriptKb: round(scriptBytes / 1_000), styleKb: round(styleBytes / 1_000) });
}

/** From the address being opened to the first comment being there to read: nothing kept, and everything kept. */
async function load(browser: Browser): Promise<void> {
  await using room = await openRoom(ROOMS['zh-CN']);
  const url = inHall(`${room.nodes[0].url}/e/${room.slug}`);
  const runs = { cold: [] as number[], warm: [] as number[] };
  for (let run = 0; run < option('runs', 5); run += 1) {
    const first = await openSlow(browser, WEAK_NETWORK, PHONE);
    runs.cold.push(await timeToComment(first, url));
    await first.page.close();
    const again = await openSlow(first.context, WEAK_NETWORK);
    runs.warm.push(await timeToComment(again, url));
    await first.context.close();
  }
  for (const [name, times] of Object.entries(runs)) {
    const sorted = times.toSorted((a, b) => a - b);
    const [least = 0, median = 0, most = 0] = [0, Math.floor(sorted.length / 2), sorted.length - 1].map(
      (at) => sorted[at],
    );
    print(`first comment, ${name}`, {
      medianMs: round(median, 0),
      leastMs: round(least, 0),
      mostMs: round(most, 0),
    });
  }
}

async function timeToComment({ page }: Awaited<ReturnType<typeof openSlow>>, url: string): Promise<number> {
  await page.addInitScript(() => {
    const look = (): void => {
      if (document.querySelector('[role=tabpanel] li'))
        Object.assign(window, { commentMs: performance.now() });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url, { waitUntil: 'commit' });
  const found = await page.waitForFunction(
    () => (window as unknown as { commentMs?: number }).commentMs,
    null,
    {
      polling: 100,
    },
  );
  return Number(await found.jsonValue());
}

/**
 * As many danmaku as may start in a second, on a desktop and on a weak one; and the same page without them. What they cost
 * the page's thread is measured while nobody looks on: asking for every animation frame makes it draw every frame.
 */
async function danmaku(browser: Browser): Promise<void> {
  await using replay = await startReplay(await recordedFlood());
  const settings = { areaPercent: 100, size: 'small', speed: 'fast', opacityPercent: 100, density: 'many' };
  for (const cpu of [1, 4])
    for (const turned of ['off', 'on']) {
      const { page, session, context } = await openSlow(browser, { cpu }, DESKTOP);
      await page.addInitScript(
        (kept) => {
          localStorage.setItem('xinli:danmaku', kept.turned);
          localStorage.setItem('xinli:danmaku-settings', kept.settings);
        },
        { turned, settings: JSON.stringify(settings) },
      );
      await page.goto(`${replay.url}/e/demo`);
      await page.getByRole('listitem').first().waitFor();
      await pause(6_000);
      const { mainThreadPercent, layoutPercent } = await workFor(session, 10);
      const drawn = await countPictures(browser);
      await pause(5_000);
      print(`danmaku ${turned}, processor ÷ ${cpu}`, {
        mainThreadPercent,
        layoutPercent,
        picturesPerSecond: round((await drawn()) / 5),
        ...(turned === 'on' && (await whileWatched(page, session))),
      });
      await context.close();
    }
}

async function whileWatched(page: Slow['page'], session: Slow['session']) {
  const { mainThreadPercent, danmakuPerSecond, ...frames } = await watchFor(page, session, 10);
  const { fpsMedian, frameP95Ms } = frames;
  return { danmakuPerSecond, fpsMedian, frameP95Ms, mainThreadWatchedPercent: mainThreadPercent };
}

/** What ten thousand comments leave behind. */
async function heap(browser: Browser): Promise<void> {
  await using replay = await startReplay(await recordedFlood(), 10);
  const { page, session, context } = await openSlow(browser, { cpu: 1 }, PHONE);
  await page.goto(`${replay.url}/e/demo`);
  for (const comments of [1_000, 5_000, 10_000]) {
    while (replay.sent() < comments) await pause(50);
    const { nodes } = await workOf(session);
    print(`after ${comments} comments`, { heapMb: round((await heapBytes(session)) / 1e6, 2), nodes });
  }
  await context.close();
}

/** P14: a weak phone, and a stage on a weak machine, through a recorded flood. */
async function flood(browser: Browser): Promise<void> {
  await using replay = await startReplay(await recordedFlood());
  const minutes = option('minutes', 10);
  const pages = [
    { name: 'viewer', path: '/e/demo', device: PHONE },
    { name: 'stage', path: '/stage/demo', device: WALL },
  ];
  const alone = pages.filter(({ name }) => process.argv.includes(name));
  for (const { name, path, device } of alone.length > 0 ? alone : pages) {
    const { page, session, context } = await openSlow(browser, WEAK_PHONE, device);
    await page.goto(`${replay.url}${path}`);
    await pause(10_000);
    const sent = replay.sent();
    const before = await heapBytes(session);
    const figures = await watchFor(page, session, minutes * 60);
    print(`flood, ${name}`, {
      minutes,
      commentsPerSecond: round((replay.sent() - sent) / (minutes * 60)),
      ...figures,
      heapMbBefore: round(before / 1e6, 2),
      heapMbAfter: round((await heapBytes(session)) / 1e6, 2),
      nodes: (await workOf(session)).nodes,
    });
    await context.close();
  }
}

type Slow = Awaited<ReturnType<typeof openSlow>>;

async function watchFor(page: Slow['page'], session: Slow['session'], seconds: number) {
  const stop = await watchFrames(page);
  const work = await workFor(session, seconds);
  const times = await stop();
  return {
    fpsMedian: round(times.fpsMedian),
    frameP95Ms: round(times.frameP95Ms),
    longTasksPercent: round(times.longTasksPercent, 2),
    longestTaskMs: round(times.longestTaskMs, 0),
    ...work,
    danmakuPerSecond: round(times.startsPerSecond),
  };
}

/** Of the page's own thread, in percent of the time. */
async function workFor(session: Slow['session'], seconds: number) {
  await session.send('Performance.enable');
  const before = await workOf(session);
  await pause(seconds * 1_000);
  const after = await workOf(session);
  return {
    mainThreadPercent: round((100 * (after.taskSeconds - before.taskSeconds)) / seconds),
    layoutPercent: round((100 * (after.layoutSeconds - before.layoutSeconds)) / seconds),
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

const named = process.argv.slice(2).filter((word) => Object.hasOwn(suites, word));
if (named.length === 0) {
  process.stderr.write(`Usage: npm run bench:browser -- ${Object.keys(suites).join('|')} [--json]\n`);
  process.exitCode = 2;
} else {
  await using browser = await launchBrowser();
  process.stderr.write(`${box()}, Chromium ${browser.version()}\n`);
  for (const name of named) await suites[name]?.(browser);
}

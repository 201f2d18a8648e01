import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { ContestantId } from '#shared/model/ids.ts';
import { type Say, wordsIn } from './harness/catalogue.ts';
import { openLine } from './harness/line.ts';
import { settle } from './harness/settle.ts';
import { DESKTOP, PHONE, visit, type Visit, WALL as MOVING_WALL } from './harness/visit.ts';
import { gatherCrowd } from './people/crowd.ts';
import type { Language } from './people/room.ts';
import { type OpenRound, points, type Speech, startSpeech, wholeReveal } from './people/speech.ts';
import { LANDSCAPE, openTablet, PORTRAIT } from './people/tablet.ts';

/** Figures stand at once, so that a picture holds what the step comes to. */
const WALL = { ...MOVING_WALL, reducedMotion: 'reduce' } satisfies BrowserContextOptions;
/** A sheet of A4 at 96 dots to the inch. */
const PAPER = { viewport: { width: 794, height: 1123 } } satisfies BrowserContextOptions;

type Studio = { browser: Browser; folder: string; speech: Speech; round: OpenRound; say: Say };

const OFFLINE = '没有网络。你可以继续打分，每一步都会保存在这台设备上。';
const UNSENT = '没有网络。# 张评分已保存在这台设备上，还没有送达；恢复后会自动送出，你可以继续打分。';

const SIZES = [PHONE, DESKTOP, MOVING_WALL];

/** Pictures of a contest: tablets, the desk, every step of a reveal, the ballot and the sheet that is printed. */
export async function shootContest(browser: Browser, folder: string, language: Language): Promise<void> {
  await using speech = await startSpeech('embedded', language);
  const round = await speech.openRound(speech.words.final, {
    judges: { weight: 60, aggregate: { rule: 'trimmedMean', high: 1, low: 1, minJudges: 5 } },
    audience: { weight: 40, aggregate: { rule: 'maxScaled', scale: 10_000 } },
    time: { maxSeconds: 480, graceSeconds: 10, over: [{ fromSeconds: 0, points: 200 }] },
    awards: [
      { name: { zh: '一等奖', en: 'First prize' }, places: 1 },
      { name: { zh: '二等奖', en: 'Second prize' }, places: 2 },
      { name: { zh: '三等奖', en: 'Third prize' }, places: 3 },
      { name: { zh: '最佳人气奖', en: 'Audience award' }, by: 'audience', places: 1 },
    ],
  });
  const studio: Studio = { browser, folder, speech, round, say: wordsIn(language) };
  await shootScoring(studio);
  await shootReveal(studio);
  await shootResult(studio);
}

async function picture({ folder, speech }: Studio, page: Page, name: string): Promise<void> {
  await page.evaluate(settle);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.screenshot({ path: `${folder}${name}-${width}x${height}-${speech.language}.png` });
}

async function look(
  studio: Studio,
  name: string,
  path: string,
  device: BrowserContextOptions,
  pose: (page: Page) => Promise<unknown>,
): Promise<void> {
  await using guest = await visit(studio.browser, `${studio.speech.nodes[0].url}${path}`, {
    ...device,
    locale: studio.speech.language,
  });
  await pose(guest.page);
  await picture(studio, guest.page, name);
}

/** The smaller of the two steps up, a tenth. */
const plus = (buttons: Locator): Promise<void> => buttons.filter({ hasText: '0.1' }).first().click();

/** On a phone, a desk and a wall. */
async function lookInAll(
  studio: Studio,
  name: string,
  path: string,
  pose: (page: Page) => Promise<unknown>,
): Promise<void> {
  for (const device of SIZES) await look(studio, name, path, device, pose);
}

async function openContestDesk(page: Page, { round, say }: Studio): Promise<void> {
  await page
    .getByRole('navigation', { name: say('导播台') })
    .getByRole('button', { name: say('比赛') })
    .click();
  await page.getByRole('button', { name: new RegExp(round.title) }).click();
}

/** Seven judges, the fourth entry on the stage; six have scored it, one is filling in, one is on paper. */
async function shootScoring(studio: Studio): Promise<void> {
  const { browser, speech, round, say } = studio;
  const sign = async (entry: number, judge: number): Promise<void> => {
    const token = await speech.token('judge', speech.judges[judge]?.id);
    const thousandths = 8_000 + ((entry * 211 + judge * 137) % 190) * 10;
    const input = { roundId: round.id, entryId: speech.contestants[entry]?.id, values: points(thousandths) };
    const answer = await fetch(`${speech.nodes[0].url}/api/v1/events/${speech.slug}/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        command: 'score:sign',
        input: { ...input, version: 0, ruleHash: round.ruleHash },
      }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  };
  for (let entry = 0; entry < 4; entry += 1)
    for (let judge = 0; judge < speech.judges.length; judge += 1)
      if (entry < 3 || judge < 5) await sign(entry, judge);
  const fourth = speech.contestants[3]?.id as ContestantId;
  await speech.run('timer:start', { roundId: round.id, entryId: fourth });
  await speech.run('entry:call', { roundId: round.id, entryId: fourth });
  await using line = await openLine(speech.nodes);
  const judge = speech.judges[6] as Speech['judges'][number];
  for (const [name, device] of [
    ['judge-landscape', LANDSCAPE],
    ['judge-portrait', PORTRAIT],
  ] as const) {
    await using tablet = await openTablet(browser, speech, judge, line, device);
    const { page } = tablet;
    await page.getByRole('slider').first().fill('8900');
    for (const { viewport } of name === 'judge-landscape' ? SIZES : []) {
      await page.setViewportSize(viewport);
      await picture(studio, page, 'judge');
    }
    await page.setViewportSize(device.viewport);
    await picture(studio, page, name);
    await page.getByRole('button', { name: say('{name}：{shown}，打开数字键盘') }).click();
    await picture(studio, page, `${name}-keypad`);
    await page.keyboard.press('Escape');
    line.cut();
    await plus(page.getByRole('button', { name: say('{name} 加 {size}') }));
    await page
      .getByText(say(UNSENT))
      .or(page.getByText(say(OFFLINE)))
      .first()
      .waitFor();
    await picture(studio, page, `${name}-offline`);
    line.mend();
    await page.getByText(say('全部送达')).waitFor();
    await page.getByRole('button', { name: say('复核') }).click();
    await picture(studio, page, `${name}-review`);
  }
  const desk = `/host/${speech.slug}#token=${await speech.token('host')}`;
  await lookInAll(studio, 'host-contest', desk, (page) => openContestDesk(page, studio));
  const bench = `/judge/${speech.slug}#token=${await speech.token('scrutineer')}`;
  await lookInAll(studio, 'judge-bench', bench, (page) => page.getByRole('table').first().waitFor());
  const clock = `/judge/${speech.slug}#token=${await speech.token('timekeeper')}`;
  await lookInAll(studio, 'judge-clock', clock, (page) => page.getByRole('timer').first().waitFor());
  await speech.run('timer:stop', {});
  for (let entry = 3; entry < speech.contestants.length; entry += 1)
    for (let seat = entry === 3 ? 5 : 0; seat < speech.judges.length; seat += 1)
      await sign(entry, seat).catch(async (error: unknown) => {
        if (!String(error).includes('CONFLICT')) throw error;
        await speech.run('score:waive', {
          roundId: round.id,
          entryId: fourth,
          judgeId: judge.id,
          reason: speech.words.handedBack,
        });
      });
  await speech.run('vote:open', { roundId: round.id, closesAfterSeconds: 900 });
  await using crowd = await gatherCrowd(speech.nodes[0].url, speech.slug, 60);
  await crowd.all('contest:vote', (index) => ({
    roundId: round.id,
    entryIds: [speech.contestants[(index * index) % 12]?.id as ContestantId],
  }));
  const [first = { name: '' }] = speech.contestants;
  await lookInAll(studio, 'viewer-ballot', `/e/${speech.slug}`, async (page) => {
    await page.getByRole('tab', { name: say('比赛') }).click();
    await page.getByRole('tabpanel').getByText(first.name).last().click();
  });
  await speech.run('stage:take', { scene: 'contest', view: 'vote' });
  await look(studio, 'stage-contest-vote', `/stage/${speech.slug}`, WALL, (page) =>
    page.getByText(first.name).first().waitFor(),
  );
  await speech.run('vote:close', { roundId: round.id });
}

async function shootReveal(studio: Studio): Promise<void> {
  const { browser, speech, round } = studio;
  const entryId = speech.contestants[2]?.id as ContestantId;
  const steps = wholeReveal(speech, entryId);
  await speech.run('round:seal', { roundId: round.id });
  await speech.run('reveal:prepare', { roundId: round.id, steps });
  await speech.run('stage:take', { scene: 'contest' });
  await using guest = await visit(browser, `${speech.nodes[0].url}/stage/${speech.slug}`, {
    ...WALL,
    locale: speech.language,
  });
  const { page } = guest;
  await page.getByText(round.title).first().waitFor();
  for (const [after, step] of steps.entries()) {
    await speech.run('reveal:next', { roundId: round.id, after });
    const isLastJudge = step.show === 'judge' && step.nth === speech.judges.length;
    if (step.show === 'judge' && step.nth !== 3 && !isLastJudge) continue;
    await until(guest, after + 1);
    const rank = step.show === 'place' ? `-${step.rank}` : step.show === 'judge' ? `-${step.nth}` : '';
    await picture(studio, page, `reveal-${String(after + 1).padStart(2, '0')}-${step.show}${rank}`);
  }
  const desk = `/host/${speech.slug}#token=${await speech.token('host')}`;
  await lookInAll(studio, 'host-reveal', desk, async (host) => {
    await openContestDesk(host, studio);
    await host.getByRole('tab', { name: studio.say('揭晓') }).click();
  });
}

/** So many steps have reached the wall, and it has drawn them. */
async function until({ page, traffic }: Visit, steps: number): Promise<void> {
  const reached = (): number => traffic.messages.join('').match(/reveal:shown/g)?.length ?? 0;
  while (reached() < steps) await page.waitForTimeout(50);
  await page.waitForTimeout(500);
}

async function shootResult(studio: Studio): Promise<void> {
  const { browser, folder, speech, round, say } = studio;
  await speech.run('round:publish', { roundId: round.id });
  const path = `/e/${speech.slug}?result=${round.id}`;
  const seen = (page: Page) => page.getByText(say('获奖名单')).waitFor();
  await lookInAll(studio, 'result', path, seen);
  await lookInAll(studio, 'viewer-result', `/e/${speech.slug}`, async (page) => {
    await page.getByRole('tab', { name: say('比赛') }).click();
    await page.getByText(say('最终排名')).waitFor();
  });
  const desk = `/host/${speech.slug}#token=${await speech.token('host')}`;
  await lookInAll(studio, 'host-result', desk, (page) => openContestDesk(page, studio));
  const bench = `/judge/${speech.slug}#token=${await speech.token('scrutineer')}`;
  await lookInAll(studio, 'judge-bench-result', bench, async (page) => {
    await page.getByRole('tab', { name: say('成绩') }).click();
    await page.getByRole('columnheader', { name: say('怎么算的') }).waitFor();
  });
  const paper = { ...PAPER, locale: speech.language };
  await using guest = await visit(browser, `${speech.nodes[0].url}${path}`, paper);
  const { page } = guest;
  await seen(page);
  await page.emulateMedia({ media: 'print' });
  await page.screenshot({ path: `${folder}result-print-${speech.language}.png`, fullPage: true });
}

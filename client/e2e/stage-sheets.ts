import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { ContestantId } from '#shared/model/ids.ts';
import type { RawInput } from '#shared/protocol/commands.ts';
import { faultsOf, LEGIBLE } from './harness/legible.ts';
import { settle } from './harness/settle.ts';
import { visit, type Visit } from './harness/visit.ts';
import { gatherCrowd } from './people/crowd.ts';
import { openRoom } from './people/lively-room.ts';
import { type Language, ROOMS } from './people/room.ts';
import { points, startSpeech, wholeReveal } from './people/speech.ts';

const WALLS = { '16:9': [960, 540], '4:3': [720, 540], '21:9': [1260, 540], '9:16': [540, 960] } as const;

/** As many words as a poll ever has. */
const CROWDED = {
  'zh-CN': {
    question: '2026 年最打动你的身边人是谁？请在二十位候选人里选出你心目中的一位',
    option: (nth: number) => `候选人${nth}：在深圳坚持做志愿服务十五年的社区老党员`,
  },
  en: {
    question: 'Who around you moved you most in 2026? Choose one of the twenty who were proposed',
    option: (nth: number) => `No. ${nth}: fifteen years of volunteering in the quarter`,
  },
} satisfies Record<Language, object>;

/** How high each stands on the sheet. */
const SHEET = [330, 330, 450, 790];

export type Sheets = { browser: Browser; folder: string; language: Language };
type Walls = { sheet(name: string): Promise<void>; all: readonly Visit[] };

async function openWalls(
  { browser, folder, language }: Sheets,
  url: string,
  stack: AsyncDisposableStack,
): Promise<Walls> {
  const all: Visit[] = [];
  for (const [width, height] of Object.values(WALLS))
    all.push(
      stack.use(
        await visit(browser, url, {
          viewport: { width, height },
          reducedMotion: 'reduce',
          locale: language,
        }),
      ),
    );
  const board = await (
    await browser.newContext({ viewport: { width: 1540, height: 810 }, deviceScaleFactor: 0.75 })
  ).newPage();
  return {
    all,
    async sheet(name) {
      const pictures: string[] = [];
      for (const [index, { page }] of all.entries()) {
        // Texts are fitted in the frames after they have come, pages dealt one by one.
        await page.waitForTimeout(700);
        await page.evaluate(settle);
        for (const { text, problem } of await page.evaluate(faultsOf, LEGIBLE))
          process.stdout.write(`${name} ${Object.keys(WALLS)[index]}: “${text}” ${problem}\n`);
        pictures.push((await page.screenshot()).toString('base64'));
      }
      const [wide, classic, ultra, upright] = pictures.map(
        (data, index) => `<img style="height:${SHEET[index]}px" src="data:image/png;base64,${data}">`,
      );
      await board.setContent(
        `<body style="margin:8px;display:flex;gap:8px;background:#555"><div>${ultra}<div>${wide} ${classic}</div></div>${upright}</body>`,
      );
      await writeFile(join(folder, `shapes-${name}-${language}.png`), await board.screenshot());
    },
  };
}

/** What the hall sees has come to all walls. */
const seen = (walls: Walls, words: string | RegExp): Promise<void[]> =>
  Promise.all(walls.all.map(({ page }) => page.getByText(words).first().waitFor()));

/** Every scene of a show and every overlay, on walls of four shapes, side by side on one sheet a scene; says what could not be read. */
export async function shootShowSheets(sheets: Sheets): Promise<void> {
  const { language } = sheets;
  const crowded = CROWDED[language];
  await using stack = new AsyncDisposableStack();
  const room = stack.use(await openRoom(ROOMS[language]));
  const { poll, countdown, announcement, title } = room.room;
  const walls = await openWalls(sheets, `${room.nodes[0].url}/stage/${room.slug}`, stack);
  const { pollId } = room;
  const scenes: readonly [string, RawInput<'stage:take'>, string][] = [
    ['wall', { scene: 'wall' }, room.room.lines[(room.room.names.length - 1) % room.room.lines.length] ?? ''],
    ['poll', { scene: 'poll', pollId }, poll.question],
    ['countdown', { scene: 'countdown', seconds: 3_700, label: countdown }, countdown],
    ['announcement', { scene: 'announcement', ...announcement }, announcement.title],
    ['counter', { scene: 'counter' }, /* its definition */ language === 'en' ? 'Each person' : '每人只计'],
    ['idle', { scene: 'idle' }, title],
  ];
  for (const [name, scene, words] of scenes) {
    await room.run('stage:take', scene);
    await seen(walls, words);
    await walls.sheet(name);
  }
  await room.run('poll:close', { pollId });
  await room.run('poll:reveal', { pollId });
  await room.run('stage:take', { scene: 'poll', pollId });
  await seen(walls, '%');
  await walls.sheet('poll-revealed');
  const many = await room.run('poll:create', {
    question: crowded.question,
    options: Array.from({ length: 20 }, (_, index) => crowded.option(index + 1)),
  });
  await room.run('poll:open', { pollId: many.pollId });
  await room.run('stage:take', { scene: 'poll', pollId: many.pollId });
  await seen(walls, '2026');
  await walls.sheet('poll-many');
  for (const overlay of ['counter', 'lower-third', 'danmaku', 'ticker', 'poll']) {
    await using over = new AsyncDisposableStack();
    const url = `${room.nodes[0].url}/stage/${room.slug}?overlay=${overlay}&bg=transparent`;
    const clear = await openWalls(sheets, url, over);
    if (overlay !== 'danmaku')
      await Promise.all(clear.all.map(({ page }) => page.getByRole('main').getByText(/./).first().waitFor()));
    await clear.sheet(`overlay-${overlay}`);
  }
}

/** A contest on the same walls, step by step. */
export async function shootContestSheets(sheets: Sheets): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const speech = stack.use(await startSpeech('embedded', sheets.language));
  const round = await speech.openRound(speech.words.final, {
    judges: { weight: 60, aggregate: { rule: 'trimmedMean', high: 1, low: 1, minJudges: 5 } },
    audience: { weight: 40, aggregate: { rule: 'maxScaled', scale: 10_000 } },
    awards: [
      { name: { zh: '一等奖', en: 'First prize' }, places: 1 },
      { name: { zh: '二等奖', en: 'Second prize' }, places: 2 },
      { name: { zh: '最佳人气奖', en: 'Audience award' }, by: 'audience', places: 1 },
    ],
  });
  const walls = await openWalls(sheets, `${speech.nodes[0].url}/stage/${speech.slug}`, stack);
  await speech.run('stage:take', { scene: 'contest' });
  await seen(walls, round.title);
  await walls.sheet('contest-opened');
  const entryId = speech.contestants[2]?.id as ContestantId;
  for (const [seat, { id }] of speech.judges.entries()) {
    const token = await speech.token('judge', id);
    for (const [entry, contestant] of speech.contestants.entries()) {
      const values = points(8_000 + ((entry * 211 + seat * 137) % 190) * 10);
      const input = {
        roundId: round.id,
        entryId: contestant.id,
        values,
        version: 0,
        ruleHash: round.ruleHash,
      };
      const answer = await fetch(`${speech.nodes[0].url}/api/v1/events/${speech.slug}/commands`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ command: 'score:sign', input }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    }
  }
  await speech.run('entry:call', { roundId: round.id, entryId });
  await walls.sheet('contest-card');
  await speech.run('vote:open', { roundId: round.id, closesAfterSeconds: 900 });
  await using crowd = await gatherCrowd(speech.nodes[0].url, speech.slug, 40);
  await crowd.all('contest:vote', (index) => ({
    roundId: round.id,
    entryIds: [speech.contestants[(index * index) % 12]?.id as ContestantId],
  }));
  await speech.run('stage:take', { scene: 'contest', view: 'vote' });
  await walls.sheet('contest-vote');
  await speech.run('vote:close', { roundId: round.id });
  await speech.run('round:seal', { roundId: round.id });
  const steps = wholeReveal(speech, entryId);
  await speech.run('reveal:prepare', { roundId: round.id, steps });
  await speech.run('stage:take', { scene: 'contest' });
  await walls.sheet('contest-sealed');
  for (const [after, step] of steps.entries()) {
    await speech.run('reveal:next', { roundId: round.id, after });
    // The seats fill one by one, and a podium from its third place: what comes of it says it all.
    if (step.show === 'entry' || step.show === 'judge' || (step.show === 'place' && step.rank > 1)) continue;
    await Promise.all(walls.all.map(({ page }) => page.waitForTimeout(600)));
    await walls.sheet(`contest-${String(after).padStart(2, '0')}-${step.show}`);
  }
}

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { ContestantId, JudgeId } from '#shared/model/ids.ts';
import { eventually } from './harness/eventually.ts';
import { type Line, openLine } from './harness/line.ts';
import { lacks } from './harness/programs.ts';
import { ENGINES } from './harness/show.ts';
import { useBrowser } from './harness/use-browser.ts';
import { DESKTOP, visit } from './harness/visit.ts';
import { startWeather } from './harness/weather.ts';
import { gatherCrowd } from './people/crowd.ts';
import { openPhone } from './people/phone.ts';
import { seatJudge, type SocketJudge } from './people/socket-judge.ts';
import { type OpenRound, points, SCORE, type Speech, startSpeech, wholeReveal } from './people/speech.ts';
import { openStage } from './people/stage.ts';
import { openTablet, type Tablet } from './people/tablet.ts';

const run = promisify(execFile);
const cli = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));
const SEED = Number(process.env['SEED'] ?? 2026);
/** Cards that each judge with a tablet fills in by hand; the rest come from their second device. */
const BY_HAND = 2;

/** What a judge gives: the same for the same three, on steps of a hundredth, none alike. */
const thousandthsOf = (round: number, entry: number, judge: number): number =>
  7_000 + ((entry * 211 + judge * 137 + round * 53) % 290) * 10;
const figureOf = (thousandths: number): string => (thousandths / 1_000).toFixed(2);

describe.each(ENGINES)('a speech contest, %s', (engine) => {
  const isLeftOut = lacks('chromium', ...(engine === 'embedded' ? [] : (['redis'] as const)));

  describe.skipIf(isLeftOut)('in a browser', () => {
    const browser = useBrowser();

    test('A15, SC-3, SC-17, SC-19: twelve speak, seven judge through a failing network, the hall votes, and the certificate says what was signed', async () => {
      await using hall = new AsyncDisposableStack();
      const speech = hall.use(await startSpeech(engine));
      const lines: Line[] = [];
      for (const index of speech.judges.keys()) lines.push(hall.use(await openLine(speech.nodes, index % 2)));
      const desks: SocketJudge[] = [];
      for (const [index, { id }] of speech.judges.entries()) {
        const desk = await seatJudge(speech, id, lines[index] as Line);
        hall.defer(() => desk.close());
        desks.push(desk);
      }
      const [head, second] = speech.judges as [Speech['judges'][number], Speech['judges'][number]];
      const tablets: Tablet[] = [];
      for (const [index, judge] of [head, second].entries())
        tablets.push(hall.use(await openTablet(browser(), speech, judge, lines[index] as Line)));

      /** Everybody scores everybody while the network fails; the hands on the tablets do the first ones. */
      async function scoreAll(round: OpenRound, nth: number): Promise<void> {
        const weather = startWeather(lines, SEED + nth);
        for (const [entry, { id, name }] of speech.contestants.entries()) {
          await speech.run('entry:call', { roundId: round.id, entryId: id });
          for (const [judge, desk] of desks.entries())
            if (judge >= tablets.length || entry >= BY_HAND)
              desk.score(round, id, thousandthsOf(nth, entry, judge));
          if (entry < BY_HAND)
            await Promise.all(
              tablets.map((tablet, judge) => tablet.score(name, figureOf(thousandthsOf(nth, entry, judge)))),
            );
          if (entry === 4) await desks[6]?.reload();
          if (entry === 5 && nth === 0 && speech.nodes[1] !== speech.nodes[0]) await speech.nodes[1].kill();
        }
        const cut = weather.cuts;
        await weather.clear();
        expect(cut).toBeGreaterThan(5);
        for (const desk of desks) await desk.settled();
        for (const { page } of tablets) await page.getByText('全部送达').waitFor();
      }

      const first = await speech.openRound('初赛', { judges: { aggregate: trimmed } });
      await scoreAll(first, 0);
      await speech.run('round:seal', { roundId: first.id });
      await speech.run('round:publish', { roundId: first.id });

      const final = await speech.openRound('决赛', {
        judges: { weight: 45, aggregate: trimmed },
        audience: { weight: 40, aggregate: { rule: 'maxScaled', scale: 10_000 } },
        carry: { weight: 15, roundId: first.id },
        awards: [
          { name: { zh: '一等奖' }, places: 1 },
          { name: { zh: '最佳人气奖' }, by: 'audience', places: 1 },
        ],
      });
      const [stage, phone] = [
        hall.use(await openStage(browser(), speech)),
        hall.use(await openPhone(browser(), speech)),
      ];
      const crowd = hall.use(await gatherCrowd(speech.nodes[0].url, speech.slug, 30));
      await speech.run('stage:take', { scene: 'contest' });
      await speech.run('vote:open', { roundId: final.id });
      const loved = speech.contestants[3] as Speech['contestants'][number];
      const voting = crowd.all('contest:vote', (index) => ({
        roundId: final.id,
        entryIds: [speech.contestants[index % 5 === 0 ? 7 : 3]?.id as ContestantId],
      }));
      await scoreAll(final, 1);
      await voting;
      await phone.page.getByRole('button', { name: /去投票/ }).click();
      await phone.page.getByText(loved.name).last().click();
      await phone.page.getByRole('button', { name: '投票', exact: true }).click();
      await phone.page.getByText(`你投给了：${loved.name}`).waitFor();

      await amend(tablets[0] as Tablet, speech, final, loved.name);
      await speech.run('vote:close', { roundId: final.id });
      await speech.run('round:seal', { roundId: final.id });

      const results = await speech.run('round:results', { roundId: final.id });
      const [winner] = results.results;
      const winnerName = nameOf(speech, winner?.entryId);
      const steps = wholeReveal(speech, loved.id);
      await speech.run('reveal:prepare', { roundId: final.id, steps });
      const next = (after: number) => speech.run('reveal:next', { roundId: final.id, after });
      for (let after = 0; after < 10; after += 1) await next(after);
      await eventually(() => stage.says()).toMatch(/得分|扣分|评委分/);
      const figure = String(winner?.figure);
      for (const { traffic } of [stage, phone]) expect(traffic.messages.join()).not.toContain(figure);
      await hold(browser(), speech, final.title); // the audience's votes, by the host's own hand
      await eventually(() => stage.says()).toMatch(/25|31/);
      for (let after = 11; after < 14; after += 1) await next(after);
      await stage.page.getByText(winnerName).first().waitFor();
      await eventually(() => stage.traffic.messages.join()).toContain(figure);
      for (let after = 14; after < steps.length; after += 1) await next(after);
      await stage.page.getByText('最佳人气奖').waitFor();
      await speech.run('round:publish', { roundId: final.id });

      for (const [nth, round] of [first, final].entries()) {
        const certificate = await certificateOf(speech, round);
        expect(await verify(certificate)).toMatch(/^consistent, signer [0-9a-f-]+ not checked/);
        const amended = nth === 1 ? { entry: loved.id, judge: head.id } : null;
        expectSigned(speech, certificate, nth, amended);
      }
    });
  });
});

const trimmed = { rule: 'trimmedMean', high: 1, low: 1, minJudges: 5 } as const;
const AMENDED = 9_990;

const nameOf = (speech: Speech, id: string | undefined): string =>
  speech.contestants.find((one) => one.id === id)?.name ?? '';

/** SC-3: the head judge asks for another figure at the bench; the scrutineer, somebody else, confirms it. */
async function amend({ page }: Tablet, speech: Speech, round: OpenRound, contestant: string): Promise<void> {
  await page.getByRole('button', { name: '评审席' }).click();
  const row = page.getByRole('row').filter({ hasText: contestant });
  await row.getByRole('button').nth(1).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: /更正/ }).click();
  await sheet.getByRole('button', { name: /打开数字键盘/ }).click();
  await page.keyboard.type(figureOf(AMENDED));
  await page.getByRole('button', { name: '确定', exact: true }).click();
  await sheet.getByRole('textbox').fill('计分员看错了一位');
  await sheet.getByRole('button', { name: '提出更正' }).click();
  await sheet.getByText('要求更正为').waitFor();
  const { cards } = await speech.run('round:results', { roundId: round.id });
  const asked = cards.find(({ amendment }) => amendment !== null);
  expect(asked?.amendment).toMatchObject({ reason: '计分员看错了一位', values: points(AMENDED) });
  if (asked === undefined) return;
  const { roundId, entryId, judgeId, version } = asked;
  await speech.run('score:confirm', { roundId, entryId, judgeId, version });
}

/** The next step, by holding the button at the desk. */
async function hold(browser: Parameters<typeof visit>[0], speech: Speech, round: string): Promise<void> {
  const address = `${speech.nodes[0].url}/host/${speech.slug}#token=${await speech.token('host')}`;
  await using desk = await visit(browser, address, DESKTOP);
  const { page } = desk;
  await page.getByRole('navigation', { name: '导播台' }).getByRole('button', { name: '比赛' }).click();
  await page.getByRole('button', { name: new RegExp(round) }).click();
  const button = page.getByRole('button', { name: '按住揭晓' });
  const steps = page.getByText(/已揭晓 \d+ 步/);
  const before = await steps.innerText();
  await button.hover();
  await page.mouse.down();
  await eventually(() => steps.innerText()).not.toBe(before);
  await page.mouse.up();
}

type Certificate = {
  input: {
    parts: { scorecards?: { judge: JudgeId; entry: ContestantId; values: Record<string, string> }[] }[];
  };
  chain: { records: (string | { type: string; payload: { key?: object; entry?: { step: string } } })[] };
};

async function certificateOf(speech: Speech, { id }: OpenRound): Promise<string> {
  const path = `/api/v1/events/${speech.slug}/rounds/${id}/certificate.json`;
  return (await fetch(`${speech.nodes[0].url}${path}`)).text();
}

/** With nothing but the file and the program: no server, no settings. */
async function verify(certificate: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xinli-certificate-'));
  const file = join(folder, 'certificate.json');
  try {
    await writeFile(file, certificate);
    const { stdout } = await run(process.execPath, [cli, 'verify', file], { env: { PATH: '' } });
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Every card was signed once, as its judge meant it: none lost, none doubled. */
function expectSigned(
  speech: Speech,
  text: string,
  nth: number,
  amended: { entry: ContestantId; judge: JudgeId } | null,
): void {
  const { input, chain } = JSON.parse(text) as Certificate;
  const cards = input.parts.flatMap(({ scorecards = [] }) => scorecards);
  const meant = speech.contestants.flatMap(({ id: entry }, e) =>
    speech.judges.map(({ id: judge }, j) => {
      const isAmended = amended?.entry === entry && amended.judge === judge;
      return `${entry} ${judge} ${figureOf(isAmended ? AMENDED : thousandthsOf(nth, e, j))}0`;
    }),
  );
  const counted = cards.map(({ entry, judge, values }) => `${entry} ${judge} ${values[SCORE]}`);
  expect(counted.toSorted()).toEqual(meant.toSorted());
  const signed = chain.records.flatMap((record) =>
    typeof record !== 'string' && record.payload.entry?.step === 'signed'
      ? [JSON.stringify(record.payload.key)]
      : [],
  );
  expect(signed.length).toBe(meant.length);
  expect(new Set(signed).size).toBe(meant.length);
}

import { describe, expect, test } from 'vitest';
import type { EventState } from '#shared/model/state.ts';
import { alphaOf } from './harness/alpha.ts';
import { violationsOf } from './harness/axe.ts';
import { eventually } from './harness/eventually.ts';
import { isBlack } from './harness/is-black.ts';
import { faultsOf, LEGIBLE } from './harness/legible.ts';
import { lacks } from './harness/programs.ts';
import { startShow } from './harness/show.ts';
import { useBrowser } from './harness/use-browser.ts';
import { visit, WALL } from './harness/visit.ts';
import { gatherCrowd } from './people/crowd.ts';
import { openHost } from './people/host.ts';
import { openPhone } from './people/phone.ts';
import { openStage } from './people/stage.ts';

const STILL = { ...WALL, reducedMotion: 'reduce' } as const;
const LINE_LOST = [/ERR_CONNECTION_REFUSED/, /WebSocket/];

describe.skipIf(lacks('chromium'))('the screens', () => {
  const browser = useBrowser();

  test('a scene is looked at before it is taken, each screen for itself; a reload stands as it was', async () => {
    await using show = await startShow();
    await using host = await openHost(browser(), show);
    await using main = await openStage(browser(), show);
    const desk = host.page.getByRole('region', { name: '大屏', exact: true });
    const preview = host.page.frameLocator('iframe[title="预监画面"]');
    const programme = host.page.frameLocator('iframe[title="播出画面"]');

    await desk.getByRole('radio', { name: '评论墙' }).click();
    await preview.getByText('第一条评论，等你来说').waitFor();
    await programme.getByText('扫码进入现场').waitFor();
    expect(await main.text('扫码进入现场').count()).toBe(1);
    await host.page.keyboard.press('Enter');
    for (const seen of [main.text('第一条评论，等你来说'), programme.getByText('第一条评论，等你来说')])
      await seen.waitFor();

    await desk.getByRole('button', { name: '分屏、叠加层…' }).click();
    await host.page.getByRole('textbox', { name: '新屏幕的名字' }).fill('side');
    await host.page.getByRole('textbox', { name: '大家怎么叫它' }).fill('侧屏');
    await host.page.getByRole('button', { name: '加一块屏幕' }).click();
    await host.page.getByText('/stage/demo?screen=side', { exact: false }).waitFor();
    const connected = host.page.getByRole('listitem').filter({ hasText: /起连着|断开/ });
    await eventually(() => connected.allInnerTexts()).toEqual([
      expect.stringMatching(/主屏 评论墙\s+\d\d:\d\d 起连着/),
    ]);
    const source = await visit(browser(), `${show.nodes[0].url}/stage/demo?overlay=poll`, WALL);
    await connected.filter({ hasText: /主屏 投票\s*\d\d:\d\d 起连着/ }).waitFor();
    await source[Symbol.asyncDispose]();
    await connected.filter({ hasText: /主屏 投票\s*\d\d:\d\d 断开/ }).waitFor();
    expect(await violationsOf(host.page)).toEqual([]);
    await host.page.keyboard.press('Escape');
    await using side = await visit(browser(), `${show.nodes[0].url}/stage/demo?screen=side`, STILL);
    await side.page.getByText('第一条评论，等你来说').waitFor();

    await desk.getByRole('combobox', { name: '屏幕' }).selectOption('side');
    await host.announce('请就座', '晚会马上开始');
    await side.page.getByText('晚会马上开始').waitFor();
    await programme.getByText('晚会马上开始').waitFor();
    expect(await main.text('晚会马上开始').count()).toBe(0);
    expect(await side.page.evaluate(faultsOf, LEGIBLE)).toEqual([]);

    await desk.getByRole('combobox', { name: '屏幕' }).selectOption('main');
    await desk.getByRole('button', { name: '冻结' }).click();
    await desk.getByRole('button', { name: '解冻' }).waitFor();
    await host.take('现场数据');
    await show.run('screen:configure', { screen: 'side', isBlank: true });
    await eventually(() => isBlack(side.page)).toBe(true);
    for (const { page } of [main, side]) await page.reload();
    await main.text('第一条评论，等你来说').waitFor();
    expect(await main.text('在线人数的最高值').count()).toBe(0);
    await eventually(() => isBlack(side.page)).toBe(true);
    await desk.getByRole('button', { name: '解冻' }).click();
    await main.text('在线人数的最高值').waitFor();
    await show.run('screen:configure', { isBlank: false });
    await side.page.getByText('晚会马上开始').waitFor();
  });

  test('the wall shows the newest comment whole, also below a long pin; what has no room leaves at the top', async () => {
    await using show = await startShow();
    const { id } = await show.run('comment:post', { text: '欢迎来到现场，你说的大屏上看得见。'.repeat(4) });
    await show.run('comment:pin', { commentId: id });
    await using crowd = await gatherCrowd(show.nodes[0].url, show.slug, 14);
    for (let nth = 0; nth < crowd.size; nth += 1)
      await crowd.all(
        'comment:post',
        () => ({ text: `第${nth + 10}句` }),
        (index) => index === nth,
      );
    await using stage = await openStage(browser(), show);
    await show.run('stage:take', { scene: 'wall' });
    const rows = stage.page.getByRole('main').getByRole('listitem');
    await rows.filter({ hasText: '第23句' }).waitFor();
    const tops = await rows.evaluateAll(whereInWindow);
    expect(tops.at(-1)).toBe('whole');
    expect(tops[0]).toBe('above');
    expect(tops).not.toContain('below');
  });

  test('overlays are clear but for what they say, stand at once, and rest when OBS hides them', async () => {
    await using show = await startShow();
    await using phone = await openPhone(browser(), show, { name: '阿南' });
    await phone.comment('深圳加油');
    await phone.row('深圳加油').waitFor();
    const { pollId } = await show.run('poll:create', { question: '加演一个？', options: ['好', '不用'] });
    await show.run('poll:open', { pollId });
    const says = {
      counter: '在线人数',
      'lower-third': '晚会马上开始',
      ticker: '深圳加油',
      poll: '加演一个？',
    } as const;
    await show.run('announcement:make', { text: '晚会马上开始' });
    await using source = await visit(browser(), `${show.nodes[0].url}/stage/demo?overlay=danmaku`, WALL);
    const { page } = source;
    for (const [overlay, words] of Object.entries(says)) {
      await page.goto(`${new URL(page.url()).origin}/stage/demo?overlay=${overlay}&bg=transparent`);
      await page.getByText(words).first().waitFor();
      // It goes on for ever or not at all: nothing comes in.
      expect(await page.evaluate(entrances)).toBe(0);
      const { top, clearShare } = await alphaOf(page);
      expect([overlay, top, clearShare > 0.7 && clearShare < 1]).toEqual([overlay, 0, true]);
      expect(await violationsOf(page)).toEqual([]);
    }
    await page.goto(`${new URL(page.url()).origin}/stage/demo?overlay=ticker&bg=transparent`);
    await page.getByText('深圳加油').first().waitFor();
    expect(await page.evaluate(running)).toBe(1);
    await page.evaluate(hideSource);
    await eventually(() => page.evaluate(running)).toBe(0);

    await page.goto(`${new URL(page.url()).origin}/stage/demo?overlay=alert&bg=transparent&seconds=1`);
    await eventually(() => phone.online()).toBe(1);
    expect(await alphaOf(page)).toEqual({ top: 0, clearShare: 1 });
    await show.run('announcement:make', { text: '请把手机调成静音' });
    await page.getByText('请把手机调成静音').waitFor();
    await page.getByText('请把手机调成静音').waitFor({ state: 'detached' });
  });

  test('a clicker goes on with the show by a link that may, and turns nothing by one that may not', async () => {
    await using show = await startShow();
    const items = ['开场', '合唱'].map((title) => ({ title }));
    await show.run('rundown:set', { items });
    const { token, link } = await show.run('screen:link', { screen: 'main', mayStep: true });
    await using reader = await openStage(browser(), show);
    await using hall = await visit(browser(), `${show.nodes[0].url}/stage/demo#token=${token}`, STILL);
    await hall.page.getByText('扫码进入现场').waitFor();
    const statuses = async (): Promise<string> => {
      const answer = await fetch(`${show.nodes[0].url}/api/v1/events/demo`);
      const { state } = (await answer.json()) as { state: EventState };
      return state.rundown.map(({ status }) => status).join();
    };
    await reader.page.keyboard.press('PageDown');
    await hall.page.keyboard.press('PageDown');
    await eventually(statuses).toBe('live,planned');
    await hall.page.keyboard.press('Space');
    await eventually(statuses).toBe('done,live');
    await hall.page.keyboard.press('ArrowLeft');
    await eventually(statuses).toBe('live,done');
    expect(reader.traffic.messages.join()).not.toContain('FORBIDDEN');
    hall.forgive(/./);
    await show.run('screen:revoke', { linkId: link.id });
    await hall.page.locator('[data-status]').waitFor({ state: 'attached' });
    expect(await hall.page.getByText('扫码进入现场').count()).toBe(1);
  });

  test('when the server is gone the hall sees its picture and nothing else', async () => {
    const show = await startShow();
    await show.run('stage:take', { scene: 'announcement', title: '', text: '请把手机调成静音' });
    await using hall = await visit(browser(), `${show.nodes[0].url}/stage/demo`, STILL, LINE_LOST);
    await hall.page.getByText('请把手机调成静音').waitFor();
    const main = hall.page.getByRole('main');
    const before = await main.innerText();
    await show[Symbol.asyncDispose]();
    await hall.page.locator('[data-status="reconnecting"]').waitFor({ state: 'attached' });
    expect(await main.innerText()).toBe(before);
    expect(await hall.page.getByRole('alert').count()).toBe(0);
  });
});

/** Run in the page. */
const entrances = (): number =>
  document
    .getAnimations()
    .filter((move) => !(move instanceof CSSTransition))
    .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity).length;

const running = (): number =>
  document
    .getAnimations()
    .filter(
      ({ playState, effect }) =>
        playState === 'running' && effect?.getComputedTiming().iterations === Infinity,
    ).length;

const hideSource = (): void =>
  void window.dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible: false } }));

/** Runs in the page: where rows are, against what is seen of their list. */
function whereInWindow(rows: readonly Element[]): ('above' | 'whole' | 'below')[] {
  const seen = rows[0]?.parentElement?.parentElement?.getBoundingClientRect();
  return rows.map((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > (seen?.bottom ?? 0) + 1) return 'below';
    return top < (seen?.top ?? 0) - 1 ? 'above' : 'whole';
  });
}

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf } from './harness/axe.ts';
import { chineseOn } from './harness/chinese.ts';
import { eventually } from './harness/eventually.ts';
import { type HostSite, startHostSite } from './harness/host-site.ts';
import { type Line, openLine } from './harness/line.ts';
import { lacks } from './harness/programs.ts';
import { type Show, startShow } from './harness/show.ts';
import { useBrowser } from './harness/use-browser.ts';
import { PHONE, visit } from './harness/visit.ts';
import { openHostPage } from './people/host-page.ts';
import { openPhone } from './people/phone.ts';

const MINUTE_MS = 60_000;
/** What a browser says of a connection or a picture that the test keeps from it. */
const TROUBLE = [/ERR_|WebSocket|status of 40[34]|manifest|MEDIA/i];

const widgetOf = (slug: string, attributes = ''): string =>
  `<p>Text</p><xinli-live event="${slug}" loading="eager" ${attributes}></xinli-live><script src="{{live}}/embed.js"></script>`;
/** Seconds in a countdown as it stands on a page: `1:04:59`, `4:59`. */
const secondsIn = (words: string): number =>
  words.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
const between = (low: number, high: number) =>
  expect.toSatisfy((value: number) => value >= low && value <= high);
const field = (page: Pick<Page, 'getByRole'>) => page.getByRole('textbox', { name: '写评论' });

/** What can be wrong around a viewer has words of its own, in the page and in the widget of another site. */
describe.skipIf(lacks('chromium'))('a state for everything', () => {
  const browser = useBrowser();
  let show: Show;
  let site: HostSite;
  let line: Line;
  beforeAll(async () => {
    show = await startShow();
    site = await startHostSite();
    line = await openLine(show.nodes);
  });
  afterAll(async () => {
    await line[Symbol.asyncDispose]();
    await site[Symbol.asyncDispose]();
    await show[Symbol.asyncDispose]();
  });
  /** The show as it is reached through the line. */
  const behindLine = (): Show => {
    const node = { ...show.nodes[0], url: line.url };
    return { ...show, nodes: [node, node] };
  };

  test('a network without WebSockets: said after a while, with what helps; and in, once they pass', async () => {
    line.refuseSockets(true);
    await using viewer = await visit(browser(), `${line.url}/e/demo`, PHONE, TROUBLE, ({ clock }) =>
      clock.install(),
    );
    await using guest = await openHostPage(browser(), behindLine(), site, {
      body: widgetOf('demo') + widgetOf('demo', 'layout="bar"'),
      forgiven: TROUBLE,
      prepare: ({ clock }) => clock.install(),
    });
    await viewer.page.getByText('正在进入现场…').waitFor();
    await guest.widget(0).getByText('正在进入现场…').waitFor();
    await guest.widget(1).getByText('正在进入现场…').waitFor();
    for (const { page } of [viewer, guest]) await page.clock.fastForward(13_000);
    for (const place of [viewer.page, guest.widget(0)]) {
      await place.getByRole('heading', { name: '还没有连上现场' }).waitFor();
      await place.getByText(/挡住了实时连接。换一个网络/).waitFor();
    }
    await guest.widget(1).getByText('暂时连不上现场').waitFor();
    expect(await violationsOf(viewer.page)).toEqual([]);
    expect(await guest.heard('ready')).toEqual([]);
    await guest.page.getByText('Text').first().click(); // the page around is as it was

    line.refuseSockets(false);
    await viewer.page.getByRole('button', { name: '再试一次' }).click();
    await field(viewer.page).waitFor();
    await guest.page.clock.fastForward(30_000); // without anybody's hand
    await guest.hears('ready', 2);
    await field(guest.widget(0)).waitFor();
  });

  test.each([
    ['fast', 10 * MINUTE_MS],
    ['slow', -10 * MINUTE_MS],
  ])('a clock ten minutes %s: every time is the server’s, and nobody is kept out', async (pace, off) => {
    const slug = `clock-${pace}`;
    const title = '时钟不准的一场';
    await show.run('event:create', { slug, title, status: 'live' }, slug);
    await show.run('event:configure', { comments: { slowModeSeconds: 60 } }, slug);
    const { pollId } = await show.run(
      'poll:create',
      { question: '几点了？', options: ['早', '晚'], closesAfterSeconds: 300 },
      slug,
    );
    await show.run('poll:open', { pollId }, slug);
    const soon = {
      slug: `${slug}-soon`,
      title,
      status: 'scheduled',
      startsAt: Date.now() + 65 * MINUTE_MS,
    } as const;
    await show.run('event:create', soon, soon.slug);
    const prepare = ({ clock }: { clock: Page['clock'] }) => clock.install({ time: Date.now() + off });

    await using viewer = await openPhone(browser(), { ...show, slug }, { name: '阿南', prepare });
    await viewer.comment('钟不准也能说');
    const wait = await viewer.page.getByRole('button', { name: /^\d+ 秒$/ }).innerText();
    expect(Number.parseInt(wait, 10)).toEqual(between(40, 60));
    const left = await (await viewer.poll('几点了？')).getByRole('timer').innerText();
    expect(secondsIn(/[\d:]+/.exec(left)?.[0] ?? '')).toEqual(between(270, 300));
    await viewer.vote('几点了？', '早');
    await (await viewer.poll('几点了？')).getByText('你的选择').waitFor();
    await using waiting = await visit(browser(), `${show.nodes[0].url}/e/${soon.slug}`, PHONE, [], prepare);
    expect(secondsIn(await waiting.page.getByRole('timer').innerText())).toEqual(between(3_870, 3_900));

    // A site's own viewer, for ten minutes: by that clock the token ended long ago, or begins in the future.
    const mint = async (): Promise<string> => {
      const asked = { role: 'viewer', name: '会员小林', expiresInSeconds: 600 };
      const answer = await show.nodes[0].post(`/events/${slug}/tokens`, asked);
      return (answer as { token: string }).token;
    };
    await using guest = await openHostPage(browser(), show, site, {
      body: widgetOf(slug, `token="${await mint()}"`),
      prepare,
    });
    await guest.hears('ready');
    await guest.widget().getByText('钟不准也能说').waitFor();
    expect(await guest.heard('token-expiring')).toEqual([]);
    await guest.page.clock.fastForward(9 * MINUTE_MS);
    await guest.hears('token-expiring');
    const [{ expiresAt } = {}] = await guest.heard('token-expiring');
    expect(Number(expiresAt) - Date.now()).toEqual(between(8 * MINUTE_MS, 10 * MINUTE_MS));
    await guest.page.evaluate(
      (token) => document.querySelector('xinli-live')?.setAttribute('token', token),
      await mint(),
    );
    await field(guest.widget()).fill('换了令牌，没人发觉');
    await guest.widget().getByRole('button', { name: '发送' }).click();
    await guest.widget().getByText('换了令牌，没人发觉').last().waitFor();
    expect(await guest.heard('error')).toEqual([]);
  });

  test.each([
    ['by the browser', '', 'missing'],
    ['by the fetched player', '?hls=js', 'broken'],
    ['by the browser', '', 'stalled'],
  ])('a stream played %s%s that is %s: said, tried again, and the talk goes on', async (_, query, fault) => {
    const slug = 'picture';
    await show
      .run(
        'event:create',
        { slug, title: '有画面的一场', status: 'live', stream: { kind: 'hls', url: '/demo/clip.m3u8' } },
        slug,
      )
      .catch(() => undefined); // there already
    let isAtFault = true;
    await using viewer = await visit(
      browser(),
      `${show.nodes[0].url}/e/${slug}${query}`,
      PHONE,
      TROUBLE,
      async (context) => {
        await context.clock.install();
        await context.route('**/demo/clip*', async (route) => {
          if (!isAtFault) await route.continue();
          else if (fault === 'missing') await route.fulfill({ status: 404, body: 'not here' });
          else if (fault === 'broken') await route.fulfill({ body: '<html>no playlist</html>' });
        });
      },
    );
    const { page } = viewer;
    await field(page).waitFor();
    const said = page.getByText(fault === 'stalled' ? '画面加载较慢，互动不受影响' : '画面暂时中断');
    await eventually(async () => {
      await page.clock.fastForward(2_000);
      return said.isVisible();
    }).toBe(true);
    expect(fault === 'missing' ? await violationsOf(page) : []).toEqual([]);
    await show.run('comment:post', { text: `没有画面也在聊 ${fault}${query}` }, slug);
    await page
      .getByRole('listitem')
      .filter({ hasText: `${fault}${query}` })
      .waitFor();

    isAtFault = false;
    if (fault === 'stalled') await page.getByRole('button', { name: '重新加载' }).click();
    await eventually(async () => {
      await page.clock.fastForward(2_000); // what is lost is tried again by itself
      return page.evaluate(() => document.querySelector('video')?.readyState ?? 0);
    }).toBeGreaterThan(2);
    await said.waitFor({ state: 'detached' });
  });

  test.each(['zh-CN', 'en'] as const)('not begun, and over, in %s', async (locale) => {
    const words =
      locale === 'en'
        ? {
            until: 'Starts in',
            soon: 'Scheduled',
            over: /The event is over/,
            send: 'Send',
            closed: /comments are closed/,
          }
        : { until: '距离开始', soon: '预告', over: /现场已结束/, send: '发送', closed: /评论已关闭/ };
    const slug = `show-${locale.toLowerCase()}`;
    const startsAt = Date.now() + 65 * MINUTE_MS;
    await show.run('event:create', { slug, title: 'Harbour', status: 'scheduled', startsAt }, slug);
    await using viewer = await visit(browser(), `${show.nodes[0].url}/e/${slug}`, { ...PHONE, locale });
    await using guest = await openHostPage(browser(), show, site, {
      body: widgetOf(slug, `lang="${locale}"`) + widgetOf(slug, `layout="bar" lang="${locale}"`),
    });
    const places = [viewer.page, guest.widget(0), guest.widget(1)];
    for (const place of places) {
      await place.getByText(words.until).waitFor();
      expect(secondsIn(await place.getByRole('timer').innerText())).toEqual(between(3_870, 3_900));
    }
    expect(await guest.heard('ready')).toMatchObject([{ status: 'scheduled' }, { status: 'scheduled' }]);
    await show.run('event:start', {}, slug);
    await viewer.page.getByText(words.until).waitFor({ state: 'detached' });
    await show.run('event:end', {}, slug);
    for (const place of places) await place.getByText(words.over).first().waitFor();
    await guest.widget(0).getByText(words.closed).waitFor();
    expect(await guest.widget(0).getByRole('button', { name: words.send }).count()).toBe(0);
    expect(await (locale === 'en' ? chineseOn(viewer.page) : violationsOf(guest.page))).toEqual([]);
  });
});

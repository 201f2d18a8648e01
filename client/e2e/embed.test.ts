import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf } from './harness/axe.ts';
import { eventually } from './harness/eventually.ts';
import { type HostSite, startHostSite } from './harness/host-site.ts';
import { lacks } from './harness/programs.ts';
import { type Show, startShow } from './harness/show.ts';
import { useBrowser } from './harness/use-browser.ts';
import { openHostPage } from './people/host-page.ts';

const SCRIPT = '<script src="{{live}}/embed.js" data-event="demo"></script>';
const LOADER = '<script src="{{live}}/embed.js"></script>';
const TITLE = '鹏城新力 · 新春云晚会';
const REFUSED = /status of 403 .*\/embed\//;
const NOT_FOUND = /status of 404 .*\/embed\//;

describe.skipIf(lacks('chromium'))('the widget in pages of other sites', () => {
  const browser = useBrowser();
  let show: Show;
  let site: HostSite;
  beforeAll(async () => {
    show = await startShow();
    site = await startHostSite();
  });
  afterAll(async () => {
    await site[Symbol.asyncDispose]();
    await show[Symbol.asyncDispose]();
  });

  test('the loader is at most 3 KB, and the documentation has its hash', async () => {
    const answer = await fetch(`${show.nodes[0].url}/embed.js`);
    const code = Buffer.from(await answer.arrayBuffer());
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(3 * 1024);
    const hash = createHash('sha384').update(code).digest('base64');
    expect(readFileSync(new URL('../../docs/embed.md', import.meta.url), 'utf8')).toContain(`sha384-${hash}`);
  });

  test('works under the strictest policy, with the two lines that docs/embed.md gives', async () => {
    const csp = "default-src 'none'; script-src 'self' {{live}}; frame-src {{live}}";
    await using guest = await openHostPage(browser(), show, site, { body: SCRIPT, csp });
    const widget = guest.widget();
    await guest.hears('ready');
    expect(await guest.heard('ready')).toMatchObject([{ event: 'demo', title: TITLE, status: 'live' }]);
    await widget.getByRole('textbox', { name: '写评论' }).fill('从别的网站来');
    await widget.getByRole('button', { name: '发送' }).click();
    await widget.getByRole('textbox', { name: '昵称' }).fill('路人');
    await widget.getByRole('button', { name: '确定并发送' }).click();
    await guest.hears('comment');
    expect(await guest.heard('comment')).toMatchObject([{ name: '路人', text: '从别的网站来', own: true }]);
    await widget.getByRole('button', { name: '我的' }).click();
    const mine = widget.getByRole('dialog', { name: '我的' });
    await mine.getByText('从别的网站来').waitFor();
    await guest.page.keyboard.press('Escape');
    await mine.waitFor({ state: 'detached' });
    const box = await guest.frame().boundingBox();
    expect([box?.height, (box?.width ?? 0) > 280]).toEqual([560, true]);
  });

  test('a ballot counts, and the page hears that it did but not what it was', async () => {
    const { pollId } = await show.run('poll:create', { question: '加演？', options: ['好', '不用'] });
    await using guest = await openHostPage(browser(), show, site, {
      body: `<xinli-live event="demo" features="polls" style="width:420px"></xinli-live>${LOADER}`,
    });
    await guest.hears('ready');
    await show.run('poll:open', { pollId });
    await guest.widget().getByText('好', { exact: true }).click();
    await guest.widget().getByRole('button', { name: '投票', exact: true }).click();
    await guest.hears('vote');
    const [vote] = await guest.heard('vote');
    expect([vote?.['pollId'], JSON.stringify(vote)]).toEqual([pollId, expect.not.stringContaining('option')]);
    expect(await guest.heard('poll')).toMatchObject([{ pollId, status: 'open' }]);
    // Polls alone are as high as they have to be.
    await eventually(async () => (await guest.frame().boundingBox())?.height).not.toBe(560);
    await show.run('poll:close', { pollId });
  });

  test('keeps its shape under resets, transforms and z-index wars', async () => {
    const css = `* { all: unset; margin: 3px !important; z-index: 1 !important; color: lime !important; }
      iframe { width: 10px !important; height: 10px !important; display: none !important; transform: rotate(9deg) !important; }
      div { transform: scale(.8); display: block; } button { display: none !important; }
      #video { display: block; width: 640px; height: 360px; position: relative; z-index: 999999 !important; }`;
    await using guest = await openHostPage(browser(), show, site, {
      body: `<style>${css}</style><div><p id="video"></p><xinli-live event="demo"></xinli-live></div>
        <div><xinli-live event="demo" layout="overlay" target="#video"></xinli-live></div>${LOADER}`,
    });
    await guest.hears('ready', 2);
    await guest.widget(0).getByRole('button', { name: '发送' }).waitFor();
    const [panel, overlay] = [await guest.frame(0).boundingBox(), await guest.frame(1).boundingBox()];
    expect([(panel?.width ?? 0) >= 280, (panel?.height ?? 0) >= 160]).toEqual([true, true]);
    const video = await guest.page.locator('#video').boundingBox();
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs((overlay?.[side] ?? 0) - (video?.[side] ?? -99))).toBeLessThan(1.5);
    // What lies under the flying comments is still what is clicked.
    const hit = await guest.page.evaluate(
      ([x, y]) => document.elementFromPoint(x ?? 0, y ?? 0)?.id,
      [(video?.x ?? 0) + 20, (video?.y ?? 0) + 20],
    );
    expect(hit).toBe('video');
    await show.run('comment:post', { text: '飞过别人的画面' });
    await guest.widget(1).getByText('飞过别人的画面').waitFor({ state: 'attached' });
  });

  test('two snippets are one definition; removed and put back, it comes back', async () => {
    await using guest = await openHostPage(browser(), show, site, {
      body: `<main>${SCRIPT}${SCRIPT.replace('>', ' data-layout="bar" data-loading="eager">')}</main>`,
    });
    await guest.hears('ready', 2);
    const { page } = guest;
    expect(await page.locator('script').count()).toBe(1); // the page's own: both snippets gave way
    const sockets = () => page.frames().filter((frame) => frame.url().includes('/embed/')).length;
    expect(sockets()).toBe(2);
    await page.evaluate(() => {
      const first = document.querySelector('xinli-live');
      first?.remove();
      first?.remove();
      Object.assign(window, { first });
    });
    await eventually(sockets).toBe(1);
    await page.evaluate(() => document.querySelector('main')?.prepend((window as never)['first']));
    await guest.hears('ready', 3);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('xinli-live'))
        (one as unknown as { destroy(): void }).destroy();
    });
    await eventually(sockets).toBe(0);
  });

  test('a bar opens and closes, counts what is new, and asks for room', async () => {
    await using guest = await openHostPage(browser(), show, site, {
      body: `<xinli-live event="demo" layout="bar" loading="eager"></xinli-live>${LOADER}`,
    });
    await guest.hears('ready');
    expect((await guest.frame().boundingBox())?.height).toBe(56);
    await show.run('comment:post', { text: '新的一句' });
    await guest.widget().getByText('新的一句').waitFor();
    await eventually(async () => (await guest.heard('unread')).at(-1)?.['count']).toBe(1);
    await guest.page.evaluate(() =>
      (document.querySelector('xinli-live') as unknown as { open(): void }).open(),
    );
    await guest.widget().getByRole('textbox', { name: '写评论' }).waitFor();
    await eventually(async () => ((await guest.frame().boundingBox())?.height ?? 0) > 400).toBe(true);
    await guest.widget().getByRole('button', { name: '收起' }).click();
    await eventually(async () => (await guest.frame().boundingBox())?.height).toBe(56);
  });

  test.each([
    ['side', 'light'],
    ['below', 'dark'],
    ['bar', 'light'],
  ])('nothing to hold against %s in %s', async (layout, theme) => {
    await using guest = await openHostPage(browser(), show, site, {
      body: `<main><h1>Site</h1><xinli-live event="demo" layout="${layout}" theme="${theme}" loading="eager"></xinli-live></main>${LOADER}`,
    });
    await guest.hears('ready');
    expect(await violationsOf(guest.page)).toEqual([]);
  });

  test('the smallest widget is one: 280 by 200', async () => {
    await using guest = await openHostPage(browser(), show, site, {
      body: `<xinli-live event="demo" style="width:280px;height:200px"></xinli-live>${LOADER}`,
    });
    await show.run('comment:post', { text: '小小的窗' });
    for (const part of [
      guest.widget().getByText('小小的窗'),
      guest.widget().getByRole('textbox', { name: '写评论' }),
      guest.widget().getByRole('tab', { name: '投票' }),
    ]) {
      await part.waitFor();
      const box = await part.boundingBox();
      const frame = await guest.frame().boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));
    }
  });

  test('B23 takes no order but the few it knows, and none from a stranger', async () => {
    await using guest = await openHostPage(browser(), show, site, {
      body: `<xinli-live event="demo" theme="dark"></xinli-live>${LOADER}`,
    });
    await guest.hears('ready');
    const html = guest.widget().locator('html');
    const looks = () => html.evaluate(({ dataset, style }) => [dataset['theme'], style.cssText]);
    const before = await looks();
    await guest.page.evaluate(() => {
      const frame = document.querySelector('xinli-live')?.shadowRoot?.querySelector('iframe')?.contentWindow;
      const say = (xinli: unknown): void => frame?.postMessage({ xinli }, '*');
      const huge = 'x'.repeat(10_000_000);
      for (const data of [null, 1, huge, [], {}, { xinli: null }, { xinli: huge }, { type: 'setTheme' }])
        frame?.postMessage(data, '*');
      for (const v of [0, 2, '1', null]) say({ v, type: 'setTheme', theme: 'light' });
      for (const type of [null, '', huge, '__proto__', 'constructor', 'vote', 'execute', 'comment:post'])
        say({ v: 1, type, theme: 'light' });
      say({ v: 1, type: 'setTheme', theme: 'pink', tokens: { '--xl-bg': 'url(https://evil.example/)' } });
      say({
        v: 1,
        type: 'setTheme',
        tokens: { '--xl-bg': 'red;position:fixed', background: 'red', '--xl-radius': '9999px' },
      });
      say({ v: 1, type: 'setTheme', tokens: { '--xl-ink': 'var(--xl-bg)', '--xl-line': huge } });
      for (const lang of [huge, '<b>', null, 5, 'xx-'.repeat(50)]) say({ v: 1, type: 'setLang', lang });
      for (const token of ['', huge, { a: 1 }, 'a b', null]) say({ v: 1, type: 'setToken', token });
      for (const features of [huge, {}, 5]) say({ v: 1, type: 'setFeatures', features });
    });
    // The same words in due form, behind all of that.
    await guest.page.evaluate(() =>
      (document.querySelector('xinli-live') as unknown as { setLang(lang: string): void }).setLang('en'),
    );
    await guest.widget().getByRole('button', { name: 'Send' }).waitFor();
    expect(await looks()).toEqual(before);
    expect((await guest.heard('error')).every(({ code }) => code === 'MESSAGE')).toBe(true);
    expect((await guest.heard('error')).length).toBeLessThanOrEqual(5);

    // Another frame of the same page, from another origin, is no parent.
    await guest.page.evaluate(
      (address) => {
        const stranger = document.createElement('iframe');
        stranger.id = 'stranger';
        stranger.src = address;
        document.body.append(stranger);
      },
      site.put('/stranger', {
        html: `<body><script>for (let i = 0; i < parent.length; i++) parent[i].postMessage({ xinli: { v: 1, type: 'setTheme', theme: 'light' } }, '*'); document.body.textContent = 'said';</script>`,
      }),
    );
    await guest.page.frameLocator('#stranger').getByText('said').waitFor();
    await guest.page.evaluate(() =>
      (document.querySelector('xinli-live') as unknown as { setLang(lang: string): void }).setLang('zh-CN'),
    );
    await guest.widget().getByRole('button', { name: '发送' }).waitFor();
    expect((await looks())[0]).toBe('dark');
  });

  test('looks as its site wants it: theme, colours by value, language, from style sheets or by command', async () => {
    await using guest = await openHostPage(browser(), show, site, {
      body: `<style>xinli-live { --xl-accent: #0066cc; --xl-radius: 2px; }</style><xinli-live event="demo" theme="light" lang="en"></xinli-live>${LOADER}`,
    });
    await guest.hears('ready');
    await guest.widget().getByRole('button', { name: 'Send' }).waitFor();
    const html = guest.widget().locator('html');
    const value = (name: string) =>
      html.evaluate((root, one) => getComputedStyle(root).getPropertyValue(one), name);
    expect([await value('--xl-accent'), await value('--xl-radius')]).toEqual(['#0066cc', '2px']);
    expect(await html.getAttribute('data-theme')).toBe('light');
    await guest.page.evaluate(() => document.querySelector('xinli-live')?.setAttribute('theme', 'dark'));
    await eventually(() => html.getAttribute('data-theme')).toBe('dark');
  });

  test('B22 an unlisted site is told what to add, and once it is added the widget is there', async () => {
    await show.run('event:create', { slug: 'listed', title: '名单', status: 'live' }, 'listed');
    const name = 'www.site.test';
    const origin = site.url.replace('127.0.0.1', name);
    await using guest = await openHostPage(browser(), show, site, {
      body: `${SCRIPT.replace('demo', 'listed')}<iframe id="bare" src="{{live}}/embed/listed?origin=http://localhost:1"></iframe>`,
      name,
      forgiven: [REFUSED, /frame-ancestors/, /policy: frame-ancestors/],
    });
    await guest.widget().getByText('本站还没有获准嵌入这场活动').waitFor();
    await guest.widget().getByText(origin, { exact: true }).waitFor();
    await guest.hears('error');
    expect(await guest.heard('error')).toMatchObject([{ code: 'ORIGIN' }]);
    // Who claims to be another site gets past those words, and no further than the browser.
    expect(await guest.page.frameLocator('#bare').locator('textarea, input, button').count()).toBe(0);

    await show.run('event:configure', { embedOrigins: [origin] }, 'listed');
    await guest.page.reload();
    await guest.hears('ready');
    await guest.widget().getByRole('textbox', { name: '写评论' }).waitFor();
  });

  test('an event that is not there says so in its place, and the page hears it', async () => {
    await using guest = await openHostPage(browser(), show, site, {
      body: SCRIPT.replace('demo', 'nowhere'),
      forgiven: [NOT_FOUND],
    });
    await guest.widget().getByText('没有找到这场活动').waitFor();
    await guest.hears('error');
    expect(await guest.heard('error')).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  test('a server that is gone leaves words and two ways on, and the page as it was', async () => {
    await using guest = await openHostPage(browser(), show, site, {
      body: `<p>Text</p>${LOADER}`,
      forgiven: [/ERR_CONNECTION|ERR_FAILED/],
    });
    const { page } = guest;
    await page.clock.install();
    await page.route('**/embed/demo?*', (route) => route.abort('connectionrefused'));
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<xinli-live event="demo" loading="eager"></xinli-live>');
    });
    await page.clock.fastForward(16_000);
    await guest.hears('error');
    expect(await guest.heard('error')).toMatchObject([{ code: 'NO_ANSWER' }]);
    await page.unroute('**/embed/demo?*');
    await page.getByRole('button', { name: '再试一次' }).click();
    await guest.hears('ready');
    await guest.widget().getByRole('textbox', { name: '写评论' }).waitFor();
    await page.getByText('Text').waitFor();
  });

  test('a person the site knows takes part under that name; when the token ends, another one brings them back', async () => {
    const mint = async (expiresInSeconds: number): Promise<string> => {
      const answer = await show.nodes[0].post('/events/demo/tokens', {
        role: 'viewer',
        name: '会员小林',
        expiresInSeconds,
      });
      return (answer as { token: string }).token;
    };
    await using guest = await openHostPage(browser(), show, site, {
      body: `<xinli-live event="demo" token="${await mint(60)}"></xinli-live>${LOADER}`,
    });
    await guest.hears('ready');
    await guest.widget().getByRole('textbox', { name: '写评论' }).fill('我是会员');
    await guest.widget().getByRole('button', { name: '发送' }).click();
    await guest.hears('comment');
    expect(await guest.heard('comment')).toMatchObject([{ name: '会员小林' }]);
    await guest.page.evaluate(() => document.querySelector('xinli-live')?.setAttribute('token', 'xl1.a.b.c'));
    await guest.widget().getByText('你在本站的登录已过期').waitFor();
    expect(await guest.heard('error')).toMatchObject([{ code: 'TOKEN' }]);
    await guest.page.evaluate(
      (token) => document.querySelector('xinli-live')?.setAttribute('token', token),
      await mint(3_600),
    );
    await guest.widget().getByRole('textbox', { name: '写评论' }).waitFor();
  });

  test.each([
    ['in a sandbox without an origin', 'sandbox="allow-scripts allow-forms"', false],
    ['with storage forbidden', '', true],
  ])('takes part in full %s', async (_, attribute, isForbidden) => {
    await using guest = await openHostPage(browser(), show, site, { body: '<p>Text</p>' });
    if (isForbidden)
      await guest.context.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'cookieStore'])
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('denied', 'SecurityError');
            },
          });
      });
    await guest.page.evaluate(
      ([html]) => document.body.insertAdjacentHTML('beforeend', html ?? ''),
      [`<iframe id="bare" ${attribute} src="${show.nodes[0].url}/embed/demo?theme=light"></iframe>`],
    );
    await guest.page
      .locator('#bare')
      .evaluate((frame) => frame.setAttribute('style', 'width:400px;height:560px'));
    const widget = guest.page.frameLocator('#bare');
    await widget.getByRole('textbox', { name: '写评论' }).fill(`没有存储也能说话 ${isForbidden}`);
    await widget.getByRole('button', { name: '发送' }).click();
    await widget.getByRole('textbox', { name: '昵称' }).fill('过客');
    await widget.getByRole('button', { name: '确定并发送' }).click();
    const row = widget.getByRole('group', { name: '评论列表' }).getByText(`没有存储也能说话 ${isForbidden}`);
    await row.waitFor();
    expect(await row.count()).toBe(1);
  });

  test('an unknown attribute is named in the console, and changes nothing', async () => {
    await using guest = await openHostPage(browser(), show, site, {
      body: `<xinli-live event="demo" colour="red" layout="sideways"></xinli-live>`,
    });
    const warnings: string[] = [];
    guest.page.on(
      'console',
      (message) => void (message.type() === 'warning' && warnings.push(message.text())),
    );
    await guest.page.addScriptTag({ url: `${show.nodes[0].url}/embed.js` });
    await guest.hears('ready');
    expect(warnings).toEqual([expect.stringContaining('unknown attribute "colour"')]);
  });
});

import type { Browser } from 'playwright-core';
import { areFlying } from './harness/flying.ts';
import { settle } from './harness/settle.ts';
import { startHostSite } from './harness/host-site.ts';
import { DESKTOP, PHONE, WALL } from './harness/visit.ts';
import { openHostPage } from './people/host-page.ts';
import { type LivelyRoom, speak } from './people/lively-room.ts';

const LAYOUTS = {
  side: `<div class="row"><div id="player"></div><aside><xinli-live event="{{slug}}" lang="{{lang}}" theme="dark" height="540"></xinli-live></aside></div>{{text}}`,
  light: `<div class="row"><div id="player"></div><aside><xinli-live event="{{slug}}" lang="{{lang}}" theme="light" height="540" style="--xl-accent:#0b66c3;--xl-accent-ink:#0b57a8;--xl-gold:#3aa0ff;--xl-gold-ink:#0b57a8"></xinli-live></aside></div>{{text}}`,
  below: `<div id="player"></div><xinli-live event="{{slug}}" lang="{{lang}}" layout="below" theme="dark"></xinli-live>{{text}}`,
  bar: `<div id="player"></div>{{text}}<xinli-live event="{{slug}}" lang="{{lang}}" layout="bar" theme="dark" loading="eager" style="position:fixed;left:0;right:0;bottom:0"></xinli-live>`,
  overlay: `<div id="player"></div><xinli-live event="{{slug}}" lang="{{lang}}" layout="overlay" target="#player"></xinli-live>{{text}}`,
  refused: `<div class="row"><div id="player"></div><aside><xinli-live event="{{slug}}" lang="{{lang}}" theme="dark" height="540"></xinli-live></aside></div>{{text}}`,
} as const;

const STYLE = `body{margin:0;font:16px/1.7 system-ui,sans-serif;color:#20242c;background:#f4f6fa}
  header{padding:14px 24px;background:#fff;border-bottom:1px solid #dde3ee;font-weight:700}
  main{max-width:1240px;margin:0 auto;padding:20px} .row{display:flex;gap:16px} .row #player{flex:1} aside{width:360px}
  #player{height:540px;border-radius:6px;background:radial-gradient(circle at 30% 20%,#3d5b8f,#101827 70%)}
  @media(max-width:700px){main{padding:0}.row{display:block}aside{width:auto}#player{height:220px;border-radius:0}article{padding:12px}}`;
const SITES: Record<string, { name: string; text: string }> = {
  'zh-CN': {
    name: '深圳新闻',
    text: '<h1>新春云晚会今晚八点直播</h1><p>十区接力，同屏互动。本站与主办方同步直播，欢迎在旁边参与评论和投票。</p>',
  },
  en: {
    name: 'Harbour Daily',
    text: '<h1>The city gala, live tonight at eight</h1><p>Ten districts, one stage. We stream it together with its organisers: talk and vote beside it.</p>',
  },
};

/** The widget as other sites have it: `embed-<layout>-<size>-<language>.png`. */
export async function shootHostPages(
  { browser, room, language }: { browser: Browser; room: LivelyRoom; language: string },
  folder: string,
): Promise<void> {
  await using site = await startHostSite();
  const { name: siteName = '', text = '' } = SITES[language] ?? {};
  for (const [layout, html] of Object.entries(LAYOUTS)) {
    const isRefused = layout === 'refused';
    for (const [turn, device] of [DESKTOP, PHONE, WALL].entries()) {
      const body =
        `<style>${STYLE}</style><header>${siteName}</header><main>${html}</main><script src="{{live}}/embed.js"></script>`
          .replaceAll('{{slug}}', room.slug)
          .replaceAll('{{lang}}', language)
          .replaceAll('{{text}}', `<article>${text}</article>`);
      await using guest = await openHostPage(browser, room, site, {
        body,
        name: isRefused ? 'news.test' : 'localhost',
        device: { ...device, locale: language },
        forgiven: [/status of 403/],
      });
      await guest.hears(isRefused ? 'error' : 'ready');
      if (layout === 'overlay') {
        await speak(room, { from: room.crowd.size, half: turn % 2 });
        await guest.page.frames().at(-1)?.waitForFunction(areFlying, 3);
      }
      for (const frame of guest.page.frames()) await frame.evaluate(settle);
      const { width, height } = device.viewport;
      await guest.page.screenshot({ path: `${folder}embed-${layout}-${width}x${height}-${language}.png` });
    }
  }
}

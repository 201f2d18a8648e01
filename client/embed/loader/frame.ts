import {
  EMBED_COLOURS,
  EMBED_LENGTHS,
  type EmbedCommands,
  type EmbedProblem,
} from '#shared/protocol/embed.ts';
import { cover } from './overlay.ts';
import { createNotice } from './notice.ts';

export type Frame = {
  /** Waits until the frame is there; without data it tells what the element's attributes say now. */
  send(type: keyof EmbedCommands, data?: object): void;
  close(): void;
};

/** Longer than a phone on a weak network needs for the page; then something is said. */
const PATIENCE_MS = 15_000;
const HEIGHTS: Record<string, number> = { below: 480, bar: 56 };
/** Whatever a page's style sheets do to the element. */
const LEAST: Record<string, number> = { overlay: 0, bar: 56 };

/** One frame with the widget's page in it, and the line to it. */
export function openFrame(host: HTMLElement, root: ShadowRoot, home: string): Frame {
  const attribute = (name: string): string => host.getAttribute(name) ?? '';
  const layout = attribute('layout') || 'side';
  const lang = (): string => host.closest<HTMLElement>('[lang]')?.lang ?? '';
  const queue: [keyof EmbedCommands, object | undefined][] = [];
  let stop = (): void => {};
  const iframe = document.createElement('iframe');
  const box = document.createElement('div');
  const notice = createNotice(lang);
  let isUp = false;
  let timer: ReturnType<typeof setTimeout>;

  const server = new URL(attribute('server') || home, home).origin;
  const page = `${server}/embed/${encodeURIComponent(attribute('event'))}`;

  const tell = (type: string, detail: object): void => {
    host.dispatchEvent(new CustomEvent(`xl-${type}`, { detail, composed: true }));
  };
  const failed = (code: EmbedProblem): void => {
    tell('error', { code, message: page });
    if (layout !== 'overlay') notice.show(box, page.replace('/embed/', '/e/'), load);
  };
  const post = (type: string, data: object): void => {
    iframe.contentWindow?.postMessage({ xinli: { v: 1, ...data, type } }, server);
  };
  const send: Frame['send'] = (type, data) => {
    if (isUp) post(type, data ?? settings());
    else queue.push([type, data]);
  };

  function load(): void {
    if (!attribute('event')) return failed('NOT_FOUND');
    const query = new URLSearchParams({ ...shown(), layout, host: '1', origin: location.origin });
    isUp = false;
    notice.hide();
    clearTimeout(timer);
    timer = setTimeout(failed, PATIENCE_MS, 'NO_ANSWER');
    iframe.src = `${page}?${query}`;
  }

  const shown = () => ({ lang: lang(), theme: attribute('theme'), features: attribute('features') });

  /** What the attributes say, and the looks that the page's own style sheets give to the element. */
  function settings() {
    const style = getComputedStyle(host);
    const tokens = Object.fromEntries(
      [...EMBED_COLOURS, ...EMBED_LENGTHS].map((name) => [
        `--xl-${name}`,
        style.getPropertyValue(`--xl-${name}`).trim(),
      ]),
    );
    return { ...shown(), tokens, token: attribute('token') };
  }

  function onMessage({ source, origin, data }: MessageEvent): void {
    if (source !== iframe.contentWindow || origin !== server) return;
    const said = data?.xinli;
    if (said?.v !== 1 || typeof said.type !== 'string') return;
    clearTimeout(timer);
    notice.hide();
    if (said.type === 'hello') {
      post('hello', settings());
      isUp = true;
      for (const [type, given] of queue.splice(0)) send(type, given);
    } else {
      if (said.type === 'resize' && !attribute('height')) size(Number(said.height));
      tell(said.type, said);
    }
  }

  const sheet = 'adoptedStyleSheets' in root ? new CSSStyleSheet() : null;
  /** A default, which the page's own style sheets may override. */
  function size(pixels: number): void {
    const height = `${Math.min(pixels, 4_000)}px`;
    if (sheet)
      sheet.replaceSync(`:host{display:block;contain:content;height:${height}}:host([hidden]){display:none}`);
    else Object.assign(host.style, { display: 'block', height });
  }

  // By the object model alone: a page may forbid styles in markup.
  const fill = 'top:0;left:0;width:100%;height:100%;';
  box.style.cssText = `${fill}position:relative;overflow:hidden;min-height:${LEAST[layout] ?? 200}px`;
  iframe.style.cssText = `${fill}position:absolute;border:0;color-scheme:normal`;
  iframe.allow = 'fullscreen; clipboard-write; autoplay';
  iframe.title = /^zh/i.test(lang()) ? '现场互动' : 'Live event';
  if (sheet) root.adoptedStyleSheets = [sheet];
  size(Number(attribute('height')) || HEIGHTS[layout] || 560);
  box.append(iframe);
  root.replaceChildren(box);
  addEventListener('message', onMessage);
  if (layout === 'overlay') stop = cover(host, attribute('target') || 'video');
  if (attribute('loading') === 'eager' || layout === 'overlay') load();
  else {
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        seen.disconnect();
        load();
      },
      { rootMargin: '400px' }, // a lazy frame is loaded before it is seen
    );
    seen.observe(box);
    stop = () => seen.disconnect();
  }
  return {
    send,
    close() {
      stop();
      clearTimeout(timer);
      removeEventListener('message', onMessage);
      box.remove();
    },
  };
}

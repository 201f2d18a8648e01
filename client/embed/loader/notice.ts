const WORDS = {
  zh: ['现场互动没有打开：网络不通，或本站未获准嵌入', '再试一次', '打开活动页面'],
  en: ['Not opened: no network, or this site is not on the list', 'Try again', 'Open its page'],
};
const TAGS = ['p', 'button', 'a'] as const;
const FILL = 'position:absolute;top:0;left:0;width:100%;height:100%;';

/** What stands in the widget's place when nothing comes from its server: what it may be, and two ways on. */
export function createNotice(lang: () => string) {
  let shown: HTMLElement | undefined;
  const hide = (): void => shown?.remove();
  return {
    hide,
    show(box: HTMLElement, page: string, retry: () => void): void {
      hide();
      shown = document.createElement('div');
      shown.setAttribute('role', 'alert');
      shown.style.cssText = `${FILL}overflow:auto;background:#17151d;color:#f4efe6;font:15px/1.6 system-ui;text-align:center`;
      for (const [index, tag] of TAGS.entries()) {
        const part = document.createElement(tag);
        part.textContent = WORDS[/^en/i.test(lang() || navigator.language) ? 'en' : 'zh'][index] ?? '';
        part.style.cssText = 'font:inherit;color:inherit;background:none;margin:8px';
        if (tag === 'button') part.addEventListener('click', retry);
        if (tag === 'a') Object.assign(part, { href: page, target: '_blank', rel: 'noopener' });
        shown.append(part);
      }
      box.append(shown);
    },
  };
}

import type { EmbedLayout, EmbedTheme } from '#shared/protocol/embed.ts';

export type SnippetForm = 'script' | 'element' | 'react';

export type SnippetWishes = {
  server: string;
  event: string;
  layout: EmbedLayout;
  theme: EmbedTheme;
  /** Empty for the language of the page around. */
  lang: string;
  /** The element that danmaku fly over. */
  target: string;
};

/** What a site puts into its page. Only what differs from the defaults is said. */
export function snippetOf(
  form: SnippetForm,
  { server, event, layout, theme, lang, target }: SnippetWishes,
): string {
  const attributes: [string, string][] = [
    ['event', event],
    ...(layout === 'side' ? [] : [['layout', layout] as [string, string]]),
    ...(theme === 'auto' ? [] : [['theme', theme] as [string, string]]),
    ...(lang === '' ? [] : [['lang', lang] as [string, string]]),
    ...(layout === 'overlay' ? [['target', target] as [string, string]] : []),
  ];
  const written = (prefix: string): string =>
    attributes.map(([name, value]) => `${prefix}${name}="${escape(value)}"`).join(' ');
  switch (form) {
    case 'script':
      return `<script src="${server}/embed.js" ${written('data-')}></script>`;
    case 'element':
      return `<script src="${server}/embed.js" async></script>\n<xinli-live ${written('')}></xinli-live>`;
    case 'react':
      return `<XinliLive server="${server}" ${written('')} />`;
  }
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

import { i18n } from '@lingui/core';
import { storage } from '../../sdk/index.ts';

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language by its own name, for the switch. */
export const LOCALE_NAMES: Record<Locale, { full: string; short: string }> = {
  'zh-CN': { full: '中文', short: '中' },
  en: { full: 'English', short: 'EN' },
};

const STORED = 'xinli:lang';

/** `messages` has the words of ui and viewer, `stage` and `portal` their own, `desk` those of every other page. */
export type Catalog = 'messages' | 'stage' | 'portal' | 'desk';

type Load = () => Promise<{ messages: Parameters<typeof i18n.load>[1] }>;

const catalogs: Record<Locale, Record<Catalog, Load>> = {
  'zh-CN': {
    messages: () => import('../../locales/zh-CN/messages.po'),
    stage: () => import('../../locales/zh-CN/stage.po'),
    portal: () => import('../../locales/zh-CN/portal.po'),
    desk: () => import('../../locales/zh-CN/desk.po'),
  },
  en: {
    messages: () => import('../../locales/en/messages.po'),
    stage: () => import('../../locales/en/stage.po'),
    portal: () => import('../../locales/en/portal.po'),
    desk: () => import('../../locales/en/desk.po'),
  },
};

let wanted: readonly Catalog[] = [];

/** `?lang=` first, then the choice made before, then the browser's languages, then Chinese. */
export function pickLocale(search: string, stored: string | null, languages: readonly string[]): Locale {
  const wishes = [new URLSearchParams(search).get('lang'), stored, ...languages];
  for (const wish of wishes) {
    const locale = wish ? asLocale(wish) : null;
    if (locale) return locale;
  }
  return 'zh-CN';
}

function asLocale(tag: string): Locale | null {
  const language = tag.toLowerCase().split('-')[0];
  if (language === 'zh') return 'zh-CN';
  return language === 'en' ? 'en' : null;
}

/** Loads what this page says in the language this visitor reads. */
export function startLocale(names: readonly Catalog[]): Promise<void> {
  wanted = names;
  return activate(pickLocale(window.location.search, storage.read(STORED), window.navigator.languages));
}

export async function switchLocale(locale: Locale): Promise<void> {
  storage.write(STORED, locale);
  await activate(locale);
}

/** For as long as this page lasts: the wish of whoever shows it, which is not the reader's own choice. */
export async function showLocale(tag: string): Promise<void> {
  const locale = asLocale(tag);
  if (locale) await activate(locale);
}

async function activate(locale: Locale): Promise<void> {
  const loaded = await Promise.all(wanted.map((name) => catalogs[locale][name]()));
  for (const { messages } of loaded) i18n.load(locale, messages);
  i18n.activate(locale);
  document.documentElement.lang = locale;
}

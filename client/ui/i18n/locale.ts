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

const catalogs: Record<Locale, () => Promise<{ messages: Parameters<typeof i18n.load>[1] }>> = {
  'zh-CN': () => import('../../locales/zh-CN/messages.po'),
  en: () => import('../../locales/en/messages.po'),
};

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

/** Loads the catalog of the language this visitor reads. */
export const startLocale = (): Promise<void> =>
  activate(pickLocale(window.location.search, storage.read(STORED), window.navigator.languages));

export async function switchLocale(locale: Locale): Promise<void> {
  storage.write(STORED, locale);
  await activate(locale);
}

async function activate(locale: Locale): Promise<void> {
  const { messages } = await catalogs[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
}

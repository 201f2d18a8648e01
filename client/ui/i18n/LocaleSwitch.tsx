import { useLingui } from '@lingui/react/macro';
import { IconButton } from '../parts/Button.tsx';
import { LOCALE_NAMES, LOCALES, switchLocale } from './locale.ts';

/** Offers the other language, by its own name. */
export function LocaleSwitch() {
  const { i18n } = useLingui();
  return LOCALES.filter((locale) => locale !== i18n.locale).map((locale) => (
    <IconButton
      key={locale}
      label={LOCALE_NAMES[locale].full}
      lang={locale}
      onClick={() => void switchLocale(locale)}
    >
      {LOCALE_NAMES[locale].short}
    </IconButton>
  ));
}

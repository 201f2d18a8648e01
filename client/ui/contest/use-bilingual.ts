import { useLingui } from '@lingui/react';
import type { Bilingual } from '#shared/model/ruleset.ts';

/** A name in the reader's language, or in the only one it has. */
export function useBilingual(): (name: Bilingual) => string {
  const { i18n } = useLingui();
  return ({ zh, en }) => (i18n.locale === 'en' ? en || zh : zh || en);
}

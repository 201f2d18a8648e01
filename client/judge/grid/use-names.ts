import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import type { Bilingual, Criterion } from '#shared/model/ruleset.ts';
import { decimalsOf, showThousandths } from './figures.ts';
import { topOf } from './grid.ts';

type Names = {
  /** A name in the reader's language, or in the one there is. */
  name(text: Bilingual): string;
  /** A criterion's value as its own digits. */
  value(criterion: Criterion, value: number): string;
  /** `0–40`. */
  range(criterion: Criterion): string;
};

export function useNames(): Names {
  const { i18n } = useLingui();
  return useMemo(() => {
    const isEnglish = i18n.locale === 'en';
    const value = (criterion: Criterion, number: number): string =>
      showThousandths(number, decimalsOf(criterion));
    return {
      name: ({ zh, en }) => (isEnglish ? en || zh : zh || en),
      value,
      range: (criterion) =>
        `${plain(value(criterion, criterion.min))}–${plain(value(criterion, topOf(criterion)))}`,
    };
  }, [i18n.locale]);
}

const plain = (digits: string): string => digits.replace(/\.0+$/, '');

import { readFileSync } from 'node:fs';

const FILES = ['messages', 'stage', 'portal', 'desk'].map(
  (name) => new URL(`../../locales/en/${name}.po`, import.meta.url),
);
const PLURAL = /^\{\w+, plural, (?<forms>.*)\}$/;

/** A page's words in a language, by their Chinese source; `{…}`, and `#` in a plural, stand for anything. */
export type Say = (chinese: string) => RegExp;

/** From the catalogues that the pages themselves are made with. Throws for words that no page has. */
export function wordsIn(language: string): Say {
  const english = new Map(FILES.flatMap((file) => entriesOf(readFileSync(file, 'utf8'))));
  return (chinese) => {
    const translated = english.get(chinese);
    if (translated === undefined) throw new Error(`no page says “${chinese}”`);
    const forms = (language === 'en' ? formsOf(translated) : [chinese]).map(patternOf);
    return new RegExp(`^\\s*(?:${forms.join('|')})\\s*$`);
  };
}

const formsOf = (message: string): string[] => {
  const forms = PLURAL.exec(message)?.groups?.['forms'];
  return forms === undefined
    ? [message]
    : [...forms.matchAll(/\w+ \{([^}]*)\}/g)].map(([, form = '']) => form);
};

const patternOf = (words: string): string =>
  words.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll(/\{[^}]*\}|#/g, '.*');

/** Of a catalogue's entries, the source, without what makes it a plural, and its translation. */
function entriesOf(catalogue: string): [string, string][] {
  return catalogue.split('\n\n').map((entry) => {
    const text = (name: string): string => {
      const [, lines = '""'] = new RegExp(`^${name} ((?:".*"\\n?)+)`, 'm').exec(entry) ?? [];
      const parts = lines.split('\n').filter(Boolean);
      return parts.map((line) => JSON.parse(line) as string).join('');
    };
    return [formsOf(text('msgid')).at(-1) ?? '', text('msgstr')];
  });
}

import { fileURLToPath } from 'node:url';
import { formatter } from '@lingui/format-po';

/** Chinese is the source text; English is complete, and `lingui compile --strict` keeps it so. */
export default {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  sourceLocale: 'zh-CN',
  locales: ['zh-CN', 'en'],
  catalogs: [
    // A phone fetches only what its page says.
    {
      path: '<rootDir>/locales/{locale}/messages',
      include: ['<rootDir>/ui', '<rootDir>/viewer'],
      exclude: ['<rootDir>/ui/desk/**'],
    },
    {
      path: '<rootDir>/locales/{locale}/desk',
      include: ['<rootDir>/ui/desk', '<rootDir>/host', '<rootDir>/judge', '<rootDir>/embed'],
    },
    ...['stage', 'portal'].map((page) => ({
      path: `<rootDir>/locales/{locale}/${page}`,
      include: [`<rootDir>/${page}`],
    })),
  ],
  format: formatter({ lineNumbers: false }),
};

import type { Plugin } from 'vite';

const PREACT: Record<string, string> = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
};

/** In one of the builds, whoever asks for React gets Preact: the same parts at a sixth of its size. */
export const preactForReact = (environment: string): Plugin => ({
  name: 'preact-for-react',
  enforce: 'pre',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === environment,
  resolveId(id, importer) {
    const preact = PREACT[id];
    return preact === undefined ? null : this.resolve(preact, importer, { skipSelf: true });
  },
});

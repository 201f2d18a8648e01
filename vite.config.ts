import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import type { BuildEnvironmentOptions } from 'vite';
import { defineConfig } from 'vitest/config';
import { compressAssets } from './client/build/compress-assets.ts';
import { embedLoader } from './client/build/embed-loader.ts';
import { preactForReact } from './client/build/preact-for-react.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Pages that are built together, and share what they have in common. */
const build = (pages: readonly string[], options: BuildEnvironmentOptions = {}) => ({
  build: {
    rolldownOptions: {
      input: Object.fromEntries(pages.map((page) => [page, here(`./client/${page}/index.html`)])),
    },
    ...options,
  },
});

const node = (name: string, include: string[], extra: object = {}) => ({
  extends: true as const,
  test: { name, include, environment: 'node', ...extra },
});

/** One file for the client's build, the dev server and every test project. */
export default defineConfig({
  root: process.env.VITEST ? here('.') : here('./client'),
  publicDir: false,
  cacheDir: here('./node_modules/.vite'),
  plugins: [
    // `XINLI_VIEWER=react` builds the viewer's page with React, to be compared.
    process.env.XINLI_VIEWER !== 'react' && preactForReact('viewer'),
    react(),
    lingui({ macroTransform: true, configPath: here('./client/lingui.config.js') }),
    compressAssets(),
    embedLoader(),
  ],
  // The viewer's page is what a whole audience loads over weak networks: a build of its own, with nothing in it that
  // another page brought along, and Preact in React's place.
  builder: {},
  environments: {
    client: build(['portal', 'host', 'stage', 'judge', 'embed']),
    viewer: {
      consumer: 'client',
      ...build(['viewer'], { emptyOutDir: false, manifest: '.vite/manifest-viewer.json' }),
    },
  },
  build: {
    outDir: here('./dist/client'),
    emptyOutDir: true,
    manifest: true,
    // Phones inside WeChat run engines years behind; Vite's own default would give them a white page.
    target: ['chrome87', 'safari14', 'ios14', 'firefox78'],
    cssTarget: ['chrome87', 'safari14', 'ios14'],
  },
  test: {
    reporters: ['default', './server/test/closing-line.ts'],
    projects: [
      node('unit', [
        'shared/**/*.test.ts',
        'server/{domain,lib,live,http,workers}/**/*.test.ts',
        'server/*.test.ts',
        'client/sdk/**/*.test.ts',
      ]),
      node('contract', ['server/store/**/*.test.ts']),
      // They wait more than they work, and share nothing but modules.
      node('socket', ['server/test/**/*.test.ts'], { testTimeout: 30_000, isolate: false, maxWorkers: 2 }),
      {
        extends: true,
        test: {
          name: 'ui',
          include: ['client/{embed,host,judge,portal,stage,ui,viewer}/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
        },
      },
      node('e2e', ['client/e2e/**/*.test.ts'], {
        testTimeout: 120_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      }),
    ],
  },
});

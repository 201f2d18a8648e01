import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Catalog, startLocale } from './i18n/locale.ts';
import { Fuse } from './parts/Fuse.tsx';
import { Surface } from './parts/Surface.tsx';
import { ToastProvider } from './parts/Toasts.tsx';
import { applyTheme } from './theme.ts';

const RELOAD_MS = 3_000;

/**
 * Starts a page in `<div id="page">`: its language first, then everything. `?theme=light|dark|auto` picks the colours.
 * `catalogs` are the words it needs; see `Catalog`.
 */
export async function mountPage(
  page: ReactNode,
  catalogs: readonly Catalog[] = ['messages', 'desk'],
  theme = new URLSearchParams(window.location.search).get('theme'),
): Promise<void> {
  applyTheme(theme);
  try {
    await startLocale(catalogs);
  } catch {
    // Its words did not come through, and a browser asks for a module only once per page.
    setTimeout(() => window.location.reload(), RELOAD_MS);
    return;
  }
  const element = document.getElementById('page');
  if (!element) throw new Error('no <div id="page">');
  createRoot(element).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Surface>
          <Fuse>
            <ToastProvider>{page}</ToastProvider>
          </Fuse>
        </Surface>
      </I18nProvider>
    </StrictMode>,
  );
}

import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLocale } from './i18n/locale.ts';
import { Surface } from './parts/Surface.tsx';
import { ToastProvider } from './parts/Toasts.tsx';

/** Starts a page in `<div id="page">`: its language first, then everything. `?theme=light|dark|auto` picks the colours. */
export async function mountPage(page: ReactNode): Promise<void> {
  applyTheme(new URLSearchParams(window.location.search).get('theme'));
  await startLocale();
  const element = document.getElementById('page');
  if (!element) throw new Error('no <div id="page">');
  createRoot(element).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Surface>
          <ToastProvider>{page}</ToastProvider>
        </Surface>
      </I18nProvider>
    </StrictMode>,
  );
}

function applyTheme(wish: string | null): void {
  const prefersLight = window.matchMedia('(prefers-color-scheme: light)').matches;
  const isLight = wish === 'light' || (wish === 'auto' && prefersLight);
  document.documentElement.dataset.theme = isLight ? 'light' : 'dark';
}

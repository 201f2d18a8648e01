import { Suspense } from 'react';
import { createClient } from '../sdk/index.ts';
import { ClientProvider } from '../ui/live/client-context.ts';
import { mountPage } from '../ui/mount-page.tsx';
import { LazyResultPage } from './result/lazy-result.ts';
import { ViewerPage } from './ViewerPage.tsx';

const slug = decodeURIComponent(window.location.pathname.split('/')[2] ?? '');
const resultOf = new URLSearchParams(window.location.search).get('result');

if (resultOf === null) {
  const client = createClient({ event: slug });
  void mountPage(
    <ClientProvider value={client}>
      <ViewerPage />
    </ClientProvider>,
    ['messages'],
  );
} else {
  // A sheet of paper: no live connection, and no night behind it.
  void mountPage(
    <Suspense fallback={null}>
      <LazyResultPage slug={slug} roundId={resultOf} />
    </Suspense>,
    ['messages'],
  );
  document.documentElement.dataset.theme = 'light';
}

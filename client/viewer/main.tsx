import { Suspense } from 'react';
import { createClient } from '../sdk/index.ts';
import { ClientProvider } from '../ui/live/client-context.ts';
import { mountPage } from '../ui/mount-page.tsx';
import { slugOfPath } from '../ui/slug-of-path.ts';
import { readFirstPicture } from './first-picture.ts';
import { LazyResultPage } from './result/lazy-result.ts';
import { ViewerPage } from './ViewerPage.tsx';

const slug = slugOfPath(window.location.pathname);
const resultOf = new URLSearchParams(window.location.search).get('result');

if (window.location.pathname.startsWith('/embed/')) {
  void import('./embed/start.tsx').then(({ startEmbed }) => startEmbed(slug));
} else if (resultOf === null) {
  const client = createClient({ event: slug, first: readFirstPicture() });
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

import { createClient } from '../sdk/index.ts';
import { ClientProvider } from '../ui/live/client-context.ts';
import { mountPage } from '../ui/mount-page.tsx';
import { ViewerPage } from './ViewerPage.tsx';

const slug = decodeURIComponent(window.location.pathname.split('/')[2] ?? '');
const client = createClient({ event: slug });

void mountPage(
  <ClientProvider value={client}>
    <ViewerPage />
  </ClientProvider>,
  ['messages'],
);

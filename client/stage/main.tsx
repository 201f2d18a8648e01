import { createClient } from '../sdk/index.ts';
import { ClientProvider } from '../ui/live/client-context.ts';
import { mountPage } from '../ui/mount-page.tsx';
import { slugOfPath } from '../ui/slug-of-path.ts';
import { StagePage } from './StagePage.tsx';

const client = createClient({ event: slugOfPath(window.location.pathname), role: 'screen' });
const background = new URLSearchParams(window.location.search).get('bg');
if (background === 'transparent') document.documentElement.dataset.bg = 'transparent';

void mountPage(
  <ClientProvider value={client}>
    <StagePage />
  </ClientProvider>,
);

import { createClient } from '../sdk/index.ts';
import { ClientProvider } from '../ui/live/client-context.ts';
import { mountPage } from '../ui/mount-page.tsx';
import { slugOfPath } from '../ui/slug-of-path.ts';
import { HostPage } from './HostPage.tsx';
import { takeKey } from './key/host-key.ts';
import { NoKey } from './key/NoKey.tsx';

const slug = slugOfPath(window.location.pathname);
const token = takeKey(slug);

// Opening a new link in the same tab changes nothing but the fragment.
window.addEventListener('hashchange', () => {
  if (window.location.hash.includes('token=')) window.location.reload();
});

void mountPage(
  token === null ? (
    <NoKey slug={slug} />
  ) : (
    <ClientProvider value={createClient({ event: slug, token })}>
      <HostPage slug={slug} />
    </ClientProvider>
  ),
);

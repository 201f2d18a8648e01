import { nanoid } from 'nanoid';
import { createClient } from '../sdk/index.ts';
import { ClientProvider } from '../ui/live/client-context.ts';
import { mountPage } from '../ui/mount-page.tsx';
import { slugOfPath } from '../ui/slug-of-path.ts';
import { JudgePage } from './JudgePage.tsx';
import { OutboxProvider } from './outbox/outbox-context.ts';
import { openOutbox } from './outbox/outbox.ts';
import { openShelf } from './outbox/shelf.ts';
import styles from './parts/page.module.css';
import { PairPage } from './seat/PairPage.tsx';
import { takeSeat } from './seat/seat.ts';

const slug = slugOfPath(window.location.pathname);
const seat = takeSeat(slug);

// Opening a new link in the same tab changes nothing but the fragment.
window.addEventListener('hashchange', () => {
  if (window.location.hash.length > 1) window.location.reload();
});

async function start(): Promise<void> {
  document.documentElement.classList.add(styles.large ?? '');
  if (seat.token === null || seat.code !== null) return mountPage(<PairPage slug={slug} seat={seat} />);
  const client = createClient({ event: slug, token: seat.token });
  const shelf = await openShelf(`xinli-judge-${slug}`);
  const outbox = await openOutbox({ client, shelf, newId: nanoid });
  return mountPage(
    <ClientProvider value={client}>
      <OutboxProvider value={outbox}>
        <JudgePage />
      </OutboxProvider>
    </ClientProvider>,
  );
}

void start();

import { type Client, createClient } from '../../sdk/index.ts';
import { createStore } from '../../sdk/store.ts';
import type { Tell } from './bridge.ts';
import { reportTo } from './reports.ts';
import type { SettingsStore } from './settings.ts';

/** How long the page around may take to say who the viewer is; then the widget goes in without. */
const WAIT_MS = 5_000;

export type Session = ReturnType<typeof openSession>;

/** The widget's client: the page's viewer or one of our own. With another token another one takes over, once it is in. */
export function openSession(slug: string, settings: SettingsStore, tell: Tell) {
  const store = createStore<{ client: Client | null }>({ client: null });
  let joinedAs: string | null | undefined;
  let stopReports = (): void => {};

  function join(token: string | null): void {
    // What only flies over a picture, or is only looked at, takes part in nothing and is not counted.
    const { layout, isPreview } = settings.get();
    const isOnlooker = isPreview || layout === 'overlay';
    const role = isOnlooker && token === null ? { role: 'screen' as const } : {};
    const next = createClient({
      event: slug,
      ticket: ticketOfSandbox(),
      ...(token !== null && { token }),
      ...role,
    });
    const before = store.getSnapshot().client;
    const takeOver = (): void => {
      const { event, status } = next.getSnapshot();
      if (before !== null && event === null && status !== 'refused') return;
      stopWatching();
      stopReports();
      stopReports = reportTo(tell, next, token);
      store.set({ client: next });
      before?.destroy();
    };
    const stopWatching = next.subscribe(takeOver);
    takeOver();
  }

  const look = (): void => {
    const { isWaiting, token } = settings.get();
    if (isWaiting || token === joinedAs) return;
    joinedAs = token;
    join(token);
  };
  settings.subscribe(look);
  look();
  setTimeout(() => settings.set({ isWaiting: false }), WAIT_MS);
  return { subscribe: store.subscribe, getClient: () => store.getSnapshot().client };
}

/** A frame in a sandbox has no origin: the server knows it by what stands in its page. */
function ticketOfSandbox(): string | undefined {
  if (window.origin !== 'null') return undefined;
  return document.querySelector<HTMLMetaElement>('meta[name="xinli-ticket"]')?.content;
}

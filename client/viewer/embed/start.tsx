import { mountPage } from '../../ui/mount-page.tsx';
import { openBridge, originOfPage } from './bridge.ts';
import { EmbedPage } from './EmbedPage.tsx';
import { openSession } from './session.ts';
import { createSettings } from './settings.ts';

/** The viewer's page as a widget in another site's page. */
export function startEmbed(slug: string): void {
  const { search } = window.location;
  const settings = createSettings(search);
  document.documentElement.dataset.layout = settings.get().layout;
  const { tell } = openBridge(originOfPage(search, document.referrer), settings.obey);
  const session = openSession(slug, settings, tell);
  const theme = new URLSearchParams(search).get('theme') || 'auto';
  void mountPage(<EmbedPage session={session} settings={settings} tell={tell} />, ['messages'], theme);
  tell('hello', {});
}

import { createClient } from '../sdk/index.ts';
import { ClientProvider } from '../ui/live/client-context.ts';
import { mountPage } from '../ui/mount-page.tsx';
import { readAddress } from './frame/address.ts';
import { StageProvider } from './frame/stage-context.ts';
import { thisPage } from './frame/this-page.ts';
import { MonitorPage } from './MonitorPage.tsx';
import { OverlayPage } from './overlays/OverlayPage.tsx';
import { StagePage } from './StagePage.tsx';

const address = readAddress(window.location);
const { slug, screen, overlay, token } = address;
// A made-up scene is shown on the desk alone: in a page of its own it could pass for a word of the organiser's.
const isFramed = window.parent !== window;
const client = createClient({
  event: slug,
  role: 'screen',
  ...(token && { token }),
  // The desk's own monitors are no screens that could be lost.
  page: isFramed ? undefined : thisPage(address),
});
if (address.isTransparent) document.documentElement.dataset.bg = 'transparent';

function Page() {
  if (overlay !== null) return <OverlayPage overlay={overlay} alertSeconds={address.alertSeconds} />;
  if (address.isPreview && isFramed) return <MonitorPage screen={screen} />;
  return <StagePage />;
}

void mountPage(
  <ClientProvider value={client}>
    <StageProvider value={{ screen, cue: null }}>
      <Page />
    </StageProvider>
  </ClientProvider>,
  ['messages', 'stage'],
);

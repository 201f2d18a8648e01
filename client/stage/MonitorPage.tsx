import { useEffect, useMemo, useState } from 'react';
import type { ScreenName } from '#shared/model/ids.ts';
import { useClient } from '../ui/live/client-context.ts';
import { readCue } from '../ui/stage-cue.ts';
import { Frame } from './frame/Frame.tsx';
import { Held } from './frame/Held.tsx';
import { StageProvider, useScreen } from './frame/stage-context.ts';
import { useKeepTrying } from './frame/use-keep-trying.ts';
import { SceneView } from './scenes/SceneView.tsx';

/**
 * A screen in small, on the desk: what it shows, or the scene in the address's fragment as it would be shown.
 * It hears what the hall hears and nothing more, so what it shows is what the hall would see.
 */
export function MonitorPage({ screen }: { screen: ScreenName }) {
  const client = useClient();
  const hash = useHash();
  const cue = useMemo(() => readCue(hash, client.now()), [hash, client]);
  const stage = useMemo(() => ({ screen, cue }), [screen, cue]);
  useKeepTrying();
  return <StageProvider value={stage}>{cue ? <Picture isBlank={false} /> : <OnAir />}</StageProvider>;
}

function OnAir() {
  const { isBlank } = useScreen();
  return (
    <Held>
      <Picture isBlank={isBlank} />
    </Held>
  );
}

const Picture = ({ isBlank }: { isBlank: boolean }) => (
  <Frame isBlank={isBlank} showsPointer>
    <SceneView />
  </Frame>
);

function useHash(): string {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const onChange = (): void => setHash(window.location.hash);
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, []);
  return hash;
}

import { useEffect } from 'react';
import { useEventState } from '../ui/live/client-context.ts';
import { Frame } from './frame/Frame.tsx';
import { Guide } from './frame/Guide.tsx';
import { KeysOverlay } from './frame/KeysOverlay.tsx';
import { OperatorDot } from './frame/OperatorDot.tsx';
import { QrOverlay } from './frame/QrOverlay.tsx';
import { useKeepTrying } from './frame/use-keep-trying.ts';
import { useStageKeys } from './frame/use-stage-keys.ts';
import { useWakeLock } from './frame/use-wake-lock.ts';
import { SceneView } from './scenes/SceneView.tsx';

/** What the hall sees. Everything is rebuilt from the address alone; what the operator needs lies on top. */
export function StagePage() {
  const view = useStageKeys();
  const title = useEventState(({ event }) => event.title);
  useKeepTrying();
  useWakeLock();
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
  return (
    <Frame isBlank={view.isBlank} showsPointer={view.showsKeys}>
      <SceneView />
      {view.showsQr && <QrOverlay />}
      {view.showsGuide && <Guide />}
      <OperatorDot />
      {view.showsKeys && <KeysOverlay />}
    </Frame>
  );
}

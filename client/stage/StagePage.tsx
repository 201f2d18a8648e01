import { useEffect } from 'react';
import { useEventState } from '../ui/live/client-context.ts';
import { useWakeLock } from '../ui/live/use-wake-lock.ts';
import { Frame } from './frame/Frame.tsx';
import { Guide } from './frame/Guide.tsx';
import { Held } from './frame/Held.tsx';
import { HoldMark } from './frame/HoldMark.tsx';
import { KeysOverlay } from './frame/KeysOverlay.tsx';
import { OperatorDot } from './frame/OperatorDot.tsx';
import { QrOverlay } from './frame/QrOverlay.tsx';
import { RehearsalTab } from './frame/RehearsalTab.tsx';
import { useScreen } from './frame/stage-context.ts';
import { TurnProvider } from './frame/turns.ts';
import { useClicker } from './frame/use-clicker.ts';
import { useKeepTrying } from './frame/use-keep-trying.ts';
import { useStageKeys } from './frame/use-stage-keys.ts';
import { SceneView } from './scenes/SceneView.tsx';

/** What the hall sees. Everything is rebuilt from the address alone; what the operator needs lies on top. */
export function StagePage() {
  const clicker = useClicker();
  const view = useStageKeys(clicker);
  const { isBlank } = useScreen();
  const title = useEventState(({ event }) => event.title);
  useKeepTrying();
  useWakeLock();
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
  return (
    <Frame
      isBlank={view.isBlank || isBlank}
      showsPointer={view.showsKeys}
      over={
        <>
          <RehearsalTab />
          {view.showsQr && <QrOverlay />}
          {view.showsGuide && <Guide />}
          {view.isHolding && <HoldMark />}
          <OperatorDot isRefused={clicker.isRefused} />
          {view.showsKeys && <KeysOverlay mayStep={clicker.onReveal !== null} />}
        </>
      }
    >
      <Held>
        <TurnProvider value={clicker.turned}>
          <SceneView />
        </TurnProvider>
      </Held>
    </Frame>
  );
}

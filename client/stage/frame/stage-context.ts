import { createContext, useContext } from 'react';
import type { ScreenName } from '#shared/model/ids.ts';
import type { Screen } from '#shared/model/screen.ts';
import type { Scene } from '#shared/model/stage.ts';
import { MAIN_SCREEN, sceneOf, screenOf } from '#shared/rules/screens.ts';
import { useEventState } from '../../ui/live/client-context.ts';

type Stage = {
  screen: ScreenName;
  /** A scene that is looked at before it is taken. */
  cue: Scene | null;
};

const StageContext = createContext<Stage>({ screen: MAIN_SCREEN, cue: null });

/** Which screen this is. */
export const StageProvider = StageContext.Provider;

/** What this screen shows. */
export function useScene(): Scene {
  const { screen, cue } = useContext(StageContext);
  const onAir = useEventState((state) => sceneOf(state, screen));
  return cue ?? onAir;
}

/** What is particular about this screen. */
export function useScreen(): Screen {
  const { screen } = useContext(StageContext);
  return useEventState((state) => screenOf(state, screen));
}

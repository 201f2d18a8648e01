import { screenNames, screenOf } from '#shared/rules/screens.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { useRun } from '../use-run.ts';

/** Every screen black, and each back as it was. The server keeps what was on air, so any desk can end it. */
export function useBlackout() {
  const run = useRun();
  const isTaken = useEventState(({ stage }) => stage.scene === 'blackout');
  const isBlank = useEventState((state) => screenNames(state).some((name) => screenOf(state, name).isBlank));
  return {
    isBlack: isBlank || isTaken,
    toggle: () =>
      isTaken && !isBlank
        ? run('stage:take', { scene: 'idle' })
        : run('screen:configure', { isBlank: !isBlank }),
  };
}

import { useEffect, useRef } from 'react';
import type { Scene } from '#shared/model/stage.ts';
import { useClient, useEventState } from '../../ui/live/client-context.ts';
import { useRun } from '../use-run.ts';
import { toRequest } from './scene-request.ts';

/** Blackout and back: what was on air before comes back, as far as this desk has seen it. */
export function useBlackout() {
  const client = useClient();
  const run = useRun();
  const scene = useEventState((state) => state.stage);
  const before = useRef<Scene>({ scene: 'idle' });
  useEffect(() => {
    if (scene.scene !== 'blackout') before.current = scene;
  }, [scene]);
  const isBlack = scene.scene === 'blackout';
  return {
    isBlack,
    toggle: () =>
      run('stage:take', isBlack ? toRequest(before.current, client.now()) : { scene: 'blackout' }),
  };
}

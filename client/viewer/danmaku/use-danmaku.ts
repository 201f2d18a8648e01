import { useState } from 'react';
import { storage } from '../../sdk/index.ts';
import { useReducedMotion } from '../../ui/live/use-media.ts';

const STORED = 'xinli:danmaku';

/** On or off, remembered; off from the start for those who asked their system for less motion. */
export function useDanmakuSwitch(): [isOn: boolean, set: (isOn: boolean) => void] {
  const isReduced = useReducedMotion();
  const [choice, setChoice] = useState(() => storage.read(STORED));
  const set = (isOn: boolean): void => {
    storage.write(STORED, isOn ? 'on' : 'off');
    setChoice(isOn ? 'on' : 'off');
  };
  return [choice === null ? !isReduced : choice === 'on', set];
}

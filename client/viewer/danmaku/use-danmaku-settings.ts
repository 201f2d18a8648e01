import { useState } from 'react';
import { storage } from '../../sdk/index.ts';
import { type DanmakuSettings, readDanmaku } from '../../ui/danmaku/settings.ts';
import { useReducedMotion } from '../../ui/live/use-media.ts';

const SWITCH = 'xinli:danmaku';
const SETTINGS = 'xinli:danmaku-settings';

export type DanmakuControl = {
  isOn: boolean;
  turn: (isOn: boolean) => void;
  settings: DanmakuSettings;
  change: (change: Partial<DanmakuSettings>) => void;
};

/** On or off and how, remembered; off from the start for those who asked their system for less motion. */
export function useDanmakuSettings(): DanmakuControl {
  const isReduced = useReducedMotion();
  const [choice, setChoice] = useState(() => storage.read(SWITCH));
  const [settings, setSettings] = useState(() => readDanmaku(storage.read(SETTINGS)));
  return {
    isOn: choice === null ? !isReduced : choice === 'on',
    turn(isOn) {
      storage.write(SWITCH, isOn ? 'on' : 'off');
      setChoice(isOn ? 'on' : 'off');
    },
    settings,
    change(change) {
      const next = { ...settings, ...change };
      storage.write(SETTINGS, JSON.stringify(next));
      setSettings(next);
    },
  };
}

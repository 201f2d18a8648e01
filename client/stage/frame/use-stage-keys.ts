import { useLayoutEffect, useReducer, useRef, useState } from 'react';
import { LOCALES, switchLocale } from '../../ui/i18n/locale.ts';
import { actionOf, initialView, nextView, type StepAction } from './stage-view.ts';

/** What cannot be taken back is done only when its key has been held this long. */
export const HOLD_MS = 800;

type Clicker = {
  onStep: (action: StepAction) => void;
  /** Null where this screen may reveal nothing. */
  onReveal: (() => void) | null;
};

/** The operator's keys and the clicker's. They work without focus, as nobody clicks on an LED wall. */
export function useStageKeys(clicker: Clicker) {
  const [view, dispatch] = useReducer(nextView, initialView);
  const [isHolding, setIsHolding] = useState(false);
  const latest = useRef(clicker);
  useLayoutEffect(() => {
    latest.current = clicker;
  });
  useLayoutEffect(() => {
    let held: ReturnType<typeof setTimeout> | undefined;
    const letGo = (): void => {
      clearTimeout(held);
      setIsHolding(false);
    };
    const hold = (): void => {
      if (latest.current.onReveal === null) return;
      clearTimeout(held);
      setIsHolding(true);
      held = setTimeout(() => {
        setIsHolding(false);
        latest.current.onReveal?.();
      }, HOLD_MS);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const action = actionOf(event);
      if (!action) return;
      event.preventDefault();
      if (action === 'fullScreen') void toggleFullScreen();
      else if (action === 'language') void switchLocale(otherLocale());
      else if (action === 'reveal') hold();
      else if (action === 'next' || action === 'previous') latest.current.onStep(action);
      else dispatch(action);
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keyup', letGo);
    window.addEventListener('blur', letGo);
    return () => {
      letGo();
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keyup', letGo);
      window.removeEventListener('blur', letGo);
    };
  }, []);
  return { ...view, isHolding };
}

const otherLocale = () => LOCALES.find((locale) => locale !== document.documentElement.lang) ?? LOCALES[0];

async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // A capture source has no full screen; it fills its picture already.
  }
}

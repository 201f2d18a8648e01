import { useEffect, useReducer } from 'react';
import { LOCALES, switchLocale } from '../../ui/i18n/locale.ts';
import { actionOf, initialView, nextView } from './stage-view.ts';

/** The operator's keys. They work without focus, as nobody clicks on an LED wall. */
export function useStageKeys() {
  const [view, dispatch] = useReducer(nextView, initialView);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const action = actionOf(event);
      if (!action) return;
      event.preventDefault();
      if (action === 'fullScreen') void toggleFullScreen();
      else if (action === 'language') void switchLocale(otherLocale());
      else dispatch(action);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return view;
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

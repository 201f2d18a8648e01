import { useEffect, useState } from 'react';

type Told = CustomEvent<{ visible?: boolean; active?: boolean }>;

/**
 * Whether anybody can see this source. OBS tells its pages when a source is hidden or off air; every other browser
 * says it by the page's visibility. Nothing here needs OBS.
 */
export function useIsSeen(): boolean {
  const [isVisible, setIsVisible] = useState(document.visibilityState !== 'hidden');
  const [isShown, setIsShown] = useState(true);
  useEffect(() => {
    const onPage = (): void => setIsVisible(document.visibilityState !== 'hidden');
    const onSource = (event: Event): void => {
      const { visible } = (event as Told).detail;
      if (visible !== undefined) setIsShown(visible);
    };
    document.addEventListener('visibilitychange', onPage);
    window.addEventListener('obsSourceVisibleChanged', onSource);
    return () => {
      document.removeEventListener('visibilitychange', onPage);
      window.removeEventListener('obsSourceVisibleChanged', onSource);
    };
  }, []);
  return isVisible && isShown;
}

import { useEffect } from 'react';

/** iOS lays the page out behind the keyboard: `--visible-height` is what is really seen, for the page to fit into. */
export function useVisibleHeight(): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return undefined;
    const fit = (): void => {
      document.documentElement.style.setProperty('--visible-height', `${viewport.height}px`);
      window.scrollTo(0, 0);
    };
    fit();
    viewport.addEventListener('resize', fit);
    return () => viewport.removeEventListener('resize', fit);
  }, []);
}

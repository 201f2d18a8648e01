import { useEffect } from 'react';

/** With less than this to see, as above an open keyboard, only the picture and what is being written stay. */
const TIGHT = { height: 520, width: 640 };

/**
 * Phones lay the page out behind the keyboard: `--visible-height` is what is really seen, for the page to fit into,
 * and `data-tight` says that it is little.
 */
export function useVisibleHeight(): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return undefined;
    const fit = (): void => {
      const { style, dataset } = document.documentElement;
      style.setProperty('--visible-height', `${viewport.height}px`);
      if (viewport.height < TIGHT.height && viewport.width < TIGHT.width) dataset.tight = '';
      else delete dataset.tight;
    };
    // The browser has scrolled the page to what is being written, which is in sight anyway.
    const refit = (): void => {
      fit();
      window.scrollTo(0, 0);
    };
    fit();
    viewport.addEventListener('resize', refit);
    return () => viewport.removeEventListener('resize', refit);
  }, []);
}

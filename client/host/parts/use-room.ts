import { useEffect, useState } from 'react';

/** How wide the window is in the reader's own letters: text of twice the size leaves room for half as much. */
export function useRoom(): number {
  const [rems, setRems] = useState(measure);
  useEffect(() => {
    const look = (): void => setRems(measure());
    // Its width is the size of the text, which may change without the window doing so.
    const letter = document.createElement('div');
    letter.style.cssText = 'position:absolute;visibility:hidden;width:1rem;height:0';
    document.body.append(letter);
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(look);
    observer?.observe(letter);
    window.addEventListener('resize', look);
    return () => {
      observer?.disconnect();
      letter.remove();
      window.removeEventListener('resize', look);
    };
  }, []);
  return rems;
}

const measure = (): number =>
  window.innerWidth / (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);

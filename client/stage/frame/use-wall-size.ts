import { useSyncExternalStore } from 'react';

/** Width and height of the picture, as text: `1920 × 1080`. */
export const useWallSize = (): string =>
  useSyncExternalStore(onResize, () => `${window.innerWidth} × ${window.innerHeight}`);

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

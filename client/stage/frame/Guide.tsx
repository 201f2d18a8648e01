import { useSyncExternalStore } from 'react';
import styles from './Guide.module.css';

/** The safe area, the middle, and the size of the picture: for setting up a wall. */
export function Guide() {
  const size = useSyncExternalStore(onResize, () => `${window.innerWidth} × ${window.innerHeight}`);
  return (
    <div className={styles.guide} aria-hidden="true">
      <div className={styles.safe} />
      <div className={styles.cross} />
      <span className={styles.size}>{size} · 5%</span>
    </div>
  );
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

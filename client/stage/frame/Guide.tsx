import styles from './Guide.module.css';
import { useWallSize } from './use-wall-size.ts';

/** The safe area, the middle, and the size of the picture: for setting up a wall. */
export function Guide() {
  const size = useWallSize();
  return (
    <div className={styles.guide} aria-hidden="true">
      <div className={styles.safe} />
      <div className={styles.cross} />
      <span className={styles.size}>{size} · 5%</span>
    </div>
  );
}

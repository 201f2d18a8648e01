import styles from './Dots.module.css';

/** Three sparks that take turns: somebody is at work, and it will not take long. */
export function Dots() {
  return (
    <span className={styles.dots} aria-hidden="true">
      <span className={styles.dot} />
      <span className={styles.dot} />
      <span className={styles.dot} />
    </span>
  );
}

import styles from './HoldMark.module.css';
import { HOLD_MS } from './use-stage-keys.ts';

/** How long the key has still to be held, for the operator's eyes. */
export const HoldMark = () => (
  <span className={styles.mark} aria-hidden="true">
    <span className={styles.fill} style={{ animationDuration: `${HOLD_MS}ms` }} />
  </span>
);

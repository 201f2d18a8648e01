import type { ReactNode } from 'react';
import styles from './hidden.module.css';

/** Text for screen readers alone. `says` makes it a polite status line. */
export function Hidden({ children, says = false }: { children?: ReactNode; says?: boolean }) {
  return (
    <span className={styles.hidden} {...(says && { role: 'status' })}>
      {children}
    </span>
  );
}

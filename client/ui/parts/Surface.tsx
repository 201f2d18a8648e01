import type { ReactNode } from 'react';
import '../styles/tokens.css';
import styles from './Surface.module.css';

/** The root of every page: typeface, colours, and a reset that reaches no further than its own children. */
export function Surface({ children }: { children: ReactNode }) {
  return <div className={styles.surface}>{children}</div>;
}

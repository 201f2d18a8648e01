import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import styles from './Banner.module.css';

/** One line across the page about the page itself. */
export function Banner({ tone, children }: { tone: 'wait' | 'alert'; children: ReactNode }) {
  return (
    <div role="status" className={cx(styles.banner, styles[tone])}>
      {children}
    </div>
  );
}

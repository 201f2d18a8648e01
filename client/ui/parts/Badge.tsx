import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import styles from './Badge.module.css';

export type BadgeTone = 'quiet' | 'live' | 'gold' | 'alert';

export function Badge({ tone = 'quiet', children }: { tone?: BadgeTone; children: ReactNode }) {
  return <span className={cx(styles.badge, tone !== 'quiet' && styles[tone])}>{children}</span>;
}

/** Breathes while something is happening now. */
export const LiveDot = () => <span className={styles.dot} aria-hidden="true" />;

import type { ReactNode } from 'react';
import { cx } from '../../ui/cx.ts';
import styles from './Frame.module.css';

type Props = { isBlank: boolean; showsPointer: boolean; children: ReactNode };

/** The picture: fills whatever wall it is given; `--u` is one line of a 1080-line picture. */
export function Frame({ isBlank, showsPointer, children }: Props) {
  return (
    <main className={cx(styles.frame, showsPointer && styles.pointer)}>
      <div className={styles.canvas}>
        {children}
        {isBlank && <div className={styles.blank} />}
      </div>
    </main>
  );
}

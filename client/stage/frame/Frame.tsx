import type { ReactNode } from 'react';
import { cx } from '../../ui/cx.ts';
import styles from './Frame.module.css';

type Props = {
  isBlank: boolean;
  showsPointer: boolean;
  /** What lies on top also where the picture is blank. */
  over?: ReactNode;
  children: ReactNode;
};

/** The picture: fills whatever wall it is given; `--u` is one line of a 1080-line picture. */
export function Frame({ isBlank, showsPointer, over, children }: Props) {
  return (
    <main className={cx(styles.frame, showsPointer && styles.pointer)}>
      <div className={styles.canvas}>
        <div className={isBlank ? styles.unseen : undefined}>{children}</div>
        {isBlank && <div className={styles.blank} />}
        {over}
      </div>
    </main>
  );
}

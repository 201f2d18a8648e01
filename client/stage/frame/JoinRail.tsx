import type { ReactNode } from 'react';
import { JoinCode, ViewerAddress } from './JoinCode.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './JoinRail.module.css';

type Props = { title: ReactNode; isLarge?: boolean; children?: ReactNode };

/** The way in beside a scene that invites: a code to scan, and what for. */
export function JoinRail({ title, isLarge = false, children }: Props) {
  return (
    <aside className={styles.rail}>
      <div className={cx(styles.code, isLarge && styles.large)}>
        <JoinCode />
      </div>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <p className={styles.link}>
          <ViewerAddress />
        </p>
        {children}
      </div>
    </aside>
  );
}

import type { ReactNode } from 'react';
import { useEventState } from '../../ui/live/client-context.ts';
import { EmberMark } from '../../ui/parts/EmberMark.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './Strap.module.css';

/** The line along the top: whose evening this is, and what the scene has to say at its right end. */
export function Strap({ children }: { children?: ReactNode }) {
  const title = useEventState(({ event }) => event.title);
  return (
    <header className={styles.strap}>
      <EmberMark className={styles.mark} />
      <p className={cx(styles.title, children !== undefined && styles.yields)} dir="auto">
        {title}
      </p>
      {children !== undefined && <div className={styles.end}>{children}</div>}
    </header>
  );
}

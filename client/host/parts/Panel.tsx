import { type ReactNode, useId } from 'react';
import { cx } from '../../ui/cx.ts';
import { Hidden } from '../../ui/parts/Hidden.tsx';
import styles from './Panel.module.css';
import { useIsTabbed } from './tabbed.ts';

type Props = { title: ReactNode; actions?: ReactNode; isShort?: boolean; children: ReactNode };

/** One part of the desk: its name (unseen where a tab bears it), what can be done with it, and a body that scrolls by itself. */
export function Panel({ title, actions, isShort = false, children }: Props) {
  const id = useId();
  const isTabbed = useIsTabbed();
  return (
    <section className={cx(styles.panel, isShort && styles.short)} aria-labelledby={id}>
      <header className={cx(styles.head, isTabbed && !actions && styles.bare)}>
        <h2 id={id} className={styles.title}>
          {isTabbed ? <Hidden>{title}</Hidden> : title}
        </h2>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

import { type ReactNode, useId } from 'react';
import { cx } from '../../ui/cx.ts';
import styles from './Panel.module.css';

type Props = { title: ReactNode; actions?: ReactNode; isShort?: boolean; children: ReactNode };

/** One part of the desk: its name, what can be done with it, and a body that scrolls by itself. */
export function Panel({ title, actions, isShort = false, children }: Props) {
  const id = useId();
  return (
    <section className={cx(styles.panel, isShort && styles.short)} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

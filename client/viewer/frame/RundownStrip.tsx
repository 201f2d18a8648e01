import { useLingui } from '@lingui/react/macro';
import { cx } from '../../ui/cx.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import styles from './RundownStrip.module.css';

/** The rundown as a line of time, under the picture of a wide screen. */
export function RundownStrip() {
  const { t } = useLingui();
  const items = useEventState((state) => state.rundown);
  if (items.length === 0) return null;
  return (
    <ol className={styles.strip} aria-label={t`流程单`}>
      {items.map(({ id, title, status }, index) => (
        <li
          key={id}
          className={cx(styles.item, styles[status])}
          aria-current={status === 'live' ? 'step' : undefined}
        >
          <span className={styles.number}>{String(index + 1).padStart(2, '0')}</span>
          <span className={styles.title} dir="auto">
            {title}
          </span>
        </li>
      ))}
    </ol>
  );
}

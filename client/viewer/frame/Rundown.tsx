import { Trans } from '@lingui/react/macro';
import { cx } from '../../ui/cx.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Badge, LiveDot } from '../../ui/parts/Badge.tsx';
import { EmptyState } from '../../ui/parts/States.tsx';
import styles from './Rundown.module.css';

/** The programme: what was, what is, what comes. */
export function Rundown() {
  const format = useFormat();
  const items = useEventState((state) => state.rundown);
  if (items.length === 0) {
    return (
      <EmptyState title={<Trans>流程单还没有公布</Trans>}>
        <Trans>公布后会显示在这里。</Trans>
      </EmptyState>
    );
  }
  return (
    <ol className={styles.rundown}>
      {items.map((item, index) => (
        <li
          key={item.id}
          className={cx(styles.item, styles[item.status])}
          aria-current={item.status === 'live' ? 'step' : undefined}
        >
          <span className={styles.number}>{String(index + 1).padStart(2, '0')}</span>
          <span className={styles.title} dir="auto">
            {item.title}
          </span>
          <span className={styles.state}>
            {item.status === 'live' && (
              <Badge tone="live">
                <LiveDot />
                <Trans>进行中</Trans>
              </Badge>
            )}
            {item.status === 'done' && <Trans>已结束</Trans>}
            {item.status === 'planned' &&
              item.plannedSeconds !== null &&
              format.duration(item.plannedSeconds)}
          </span>
          {item.note && (
            <span className={styles.note} dir="auto">
              {item.note}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

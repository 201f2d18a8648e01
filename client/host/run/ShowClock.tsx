import { Trans } from '@lingui/react/macro';
import type { RundownItem } from '#shared/model/event.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useNow } from '../../ui/live/use-now.ts';
import { cx } from '../../ui/cx.ts';
import { showOver, takenSeconds } from './rundown.ts';
import styles from './RundownPanel.module.css';

/** What is on, for how long, of how much; and how far the show is from its plan. */
export function ShowClock({ items }: { items: readonly RundownItem[] }) {
  const format = useFormat();
  const now = useNow();
  const live = items.find(({ status }) => status === 'live');
  const taken = live ? takenSeconds(live, now) : null;
  const over = showOver(items, now);
  if (!live || taken === null) return null;
  const isOver = live.plannedSeconds !== null && taken > live.plannedSeconds;
  return (
    <div className={styles.clock}>
      <p className={cx(styles.elapsed, isOver && styles.late)}>
        {format.duration(taken)}
        {live.plannedSeconds !== null && (
          <span className={styles.of}> / {format.duration(live.plannedSeconds)}</span>
        )}
      </p>
      {over !== null && (
        <p className={cx(styles.total, over > 0 && styles.late)}>
          {over > 0 ? (
            <Trans>全场慢了 {format.duration(over)}</Trans>
          ) : over < 0 ? (
            <Trans>全场快了 {format.duration(-over)}</Trans>
          ) : (
            <Trans>与计划相符</Trans>
          )}
        </p>
      )}
    </div>
  );
}

import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Contest, Judge } from '#shared/model/contest.ts';
import { cx } from '../../../ui/cx.ts';
import { useFormat } from '../../../ui/i18n/format.ts';
import { useEventState } from '../../../ui/live/client-context.ts';
import { useNow } from '../../../ui/live/use-now.ts';
import { deviceState } from './device-state.ts';
import styles from './people.module.css';

const LOW = 20;
const TICK_MS = 5_000;

/** How a judge's device is: here or last seen, its battery where known, and what waits on it. */
export function DeviceLine({ contest, judgeId }: { contest: Contest; judgeId: Judge['id'] }) {
  const { t } = useLingui();
  const format = useFormat();
  const reports = useEventState(({ gauges }) => gauges.devices);
  const now = useNow(TICK_MS);
  const state = deviceState(contest, judgeId, reports, now);
  if (state.is === 'none') return <span className={styles.silent} title={t`这位评委的设备还没有报到`} />;
  const { battery, isCharging, unsent, seenAt } = state;
  const isLow = battery !== null && battery <= LOW && !isCharging;
  return (
    <span className={cx(styles.report, state.is === 'away' && styles.away, isLow && styles.low)}>
      {state.is === 'here' ? <Trans>在线</Trans> : <Trans>{format.time(seenAt)} 后无消息</Trans>}
      {battery !== null && (
        <>
          {' '}
          <Trans>电量 {battery}%</Trans>
          {isCharging && '⚡'}
        </>
      )}
      {unsent > 0 && (
        <>
          {' '}
          <Plural value={unsent} other="# 张未送达" />
        </>
      )}
    </span>
  );
}

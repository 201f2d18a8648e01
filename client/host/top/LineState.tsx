import { Trans } from '@lingui/react/macro';
import { cx } from '../../ui/cx.ts';
import { useClientState } from '../../ui/live/client-context.ts';
import styles from './TopBar.module.css';

/** The line to the server. A short loss is nobody's business. */
export function LineState() {
  const status = useClientState((state) => state.status);
  const isLive = status === 'live' || status === 'stale';
  return (
    <span className={styles.line}>
      <span className={cx(styles.lamp, isLive && styles.lit)} aria-hidden="true" />
      <span className={cx(isLive && styles.well)}>
        {isLive ? (
          <Trans>已连接</Trans>
        ) : status === 'offline' ? (
          <Trans>没有网络</Trans>
        ) : (
          <Trans>重连中</Trans>
        )}
      </span>
    </span>
  );
}

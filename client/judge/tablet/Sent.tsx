import { Plural, Trans } from '@lingui/react/macro';
import { cx } from '../../ui/cx.ts';
import { useClientState } from '../../ui/live/client-context.ts';
import { useOwnItems } from '../outbox/outbox-context.ts';
import styles from './Sent.module.css';

/** Always in view: whether the server has everything that was done here. */
export function Sent() {
  const items = useOwnItems();
  const count = items.length;
  const isHeld = items.some(({ trouble }) => trouble !== null);
  const isLive = useClientState(({ status }) => status === 'live');
  return (
    <span className={cx(styles.sent, count > 0 && styles.waiting, count === 0 && isLive && styles.all)}>
      <span className={styles.dot} aria-hidden="true" />
      {isHeld ? (
        <Trans>需要你决定</Trans>
      ) : count > 0 && isLive ? (
        <Trans>正在送达…</Trans>
      ) : count > 0 ? (
        <Plural value={count} other="# 张待送达" />
      ) : isLive ? (
        <Trans>全部送达</Trans>
      ) : (
        <Trans>未连接</Trans>
      )}
    </span>
  );
}

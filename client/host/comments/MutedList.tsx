import { Trans } from '@lingui/react/macro';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { useNow } from '../../ui/live/use-now.ts';
import { Badge } from '../../ui/parts/Badge.tsx';
import { EmptyState } from '../../ui/parts/States.tsx';
import { Act } from '../parts/Act.tsx';
import { useRun } from '../use-run.ts';
import styles from './MutedList.module.css';

/** Who is silenced, how, and for how much longer. */
export function MutedList() {
  const run = useRun();
  const format = useFormat();
  const now = useNow();
  const mutes = useEventState(({ desk }) => desk.mutes).filter((mute) => mute.until > now);
  if (mutes.length === 0) {
    return (
      <EmptyState title={<Trans>没有人被禁言</Trans>}>
        <Trans>在一条评论上选“作者”，可以禁言一段时间。</Trans>
      </EmptyState>
    );
  }
  return (
    <ul>
      {mutes.map((mute) => (
        <li key={mute.viewerId} className={styles.row}>
          <span className={styles.name} dir="auto">
            {mute.name || mute.viewerId}
          </span>
          <Badge tone={mute.kind === 'muted' ? 'alert' : 'quiet'}>
            {mute.kind === 'muted' ? <Trans>已告知</Trans> : <Trans>仅自见</Trans>}
          </Badge>
          <span className={styles.left}>{format.duration((mute.until - now) / 1_000)}</span>
          <Act size="small" onPress={() => run('viewer:unmute', { viewerId: mute.viewerId })}>
            <Trans>解除</Trans>
          </Act>
        </li>
      ))}
    </ul>
  );
}

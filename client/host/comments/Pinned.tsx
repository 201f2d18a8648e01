import { Trans } from '@lingui/react/macro';
import { useEventState } from '../../ui/live/client-context.ts';
import { Icon } from '../../ui/parts/Icon.tsx';
import { Act } from '../parts/Act.tsx';
import { useRun } from '../use-run.ts';
import styles from './Pinned.module.css';

/** The pin, if there is one. */
export function Pinned() {
  const run = useRun();
  const pinned = useEventState((state) => state.pinned);
  if (!pinned) return null;
  return (
    <div className={styles.pin}>
      <Icon name="pin" size={18} />
      <p className={styles.text} dir="auto">
        <span className={styles.name}>{pinned.author.name}</span> {pinned.text}
      </p>
      <Act size="small" tone="quiet" onPress={() => run('comment:unpin', {})}>
        <Trans>取消置顶</Trans>
      </Act>
    </div>
  );
}

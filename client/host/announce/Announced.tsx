import { Trans } from '@lingui/react/macro';
import { useEventState } from '../../ui/live/client-context.ts';
import { Act } from '../parts/Act.tsx';
import { useRunsShow } from '../rights.ts';
import { useRun } from '../use-run.ts';
import styles from './Announce.module.css';

/** The announcement every viewer sees now, and the way to take it away. */
export function Announced() {
  const run = useRun();
  const runsShow = useRunsShow();
  const announcement = useEventState((state) => state.announcement);
  if (!announcement) return null;
  return (
    <div className={styles.announced}>
      <strong className={styles.sign}>
        <Trans>观众看到的公告</Trans>
      </strong>
      <p className={styles.text} dir="auto">
        {announcement.text}
      </p>
      {runsShow && (
        <Act size="small" tone="quiet" onPress={() => run('announcement:clear', {})}>
          <Trans>撤下</Trans>
        </Act>
      )}
    </div>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useEventState } from '../../ui/live/client-context.ts';
import { Act } from '../parts/Act.tsx';
import { useBlackout } from '../screen/use-blackout.ts';
import { useRun } from '../use-run.ts';
import styles from './PanicBar.module.css';

const SLOW_SECONDS = 30;

/** What must be within reach when something goes wrong, on every layout. Each one says what pressing it does. */
export function PanicBar() {
  const { t } = useLingui();
  const run = useRun();
  const { open, slowModeSeconds } = useEventState(({ event }) => event.comments);
  const { isBlack, toggle } = useBlackout();
  const openPoll = useEventState(({ polls }) => polls.find(({ status }) => status === 'open') ?? null);
  return (
    <section className={styles.bar} aria-label={t`应急`}>
      <Act
        size="small"
        aria-pressed={!open}
        onPress={() => run('event:configure', { comments: { open: !open } })}
      >
        {open ? <Trans>暂停评论</Trans> : <Trans>恢复评论</Trans>}
      </Act>
      <Act
        size="small"
        aria-pressed={slowModeSeconds > 0}
        onPress={() =>
          run('event:configure', { comments: { slowModeSeconds: slowModeSeconds > 0 ? 0 : SLOW_SECONDS } })
        }
      >
        {slowModeSeconds > 0 ? <Trans>解除慢速</Trans> : <Trans>慢速 {SLOW_SECONDS} 秒</Trans>}
      </Act>
      <Act size="small" aria-pressed={isBlack} onPress={toggle}>
        {isBlack ? <Trans>结束黑场</Trans> : <Trans>黑场</Trans>}
      </Act>
      <Act
        size="small"
        disabled={openPoll === null}
        onPress={async () => openPoll && run('poll:close', { pollId: openPoll.id })}
      >
        <Trans>停止投票</Trans>
      </Act>
    </section>
  );
}

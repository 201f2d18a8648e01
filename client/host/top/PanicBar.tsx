import { Trans, useLingui } from '@lingui/react/macro';
import { useEventState } from '../../ui/live/client-context.ts';
import { Act } from '../parts/Act.tsx';
import { useDeskKey } from '../parts/desk-keys.ts';
import { useUndo } from '../parts/undo.ts';
import { useRunsShow } from '../rights.ts';
import { useBlackout } from '../screen/use-blackout.ts';
import { useRun } from '../use-run.ts';
import styles from './PanicBar.module.css';
import { StopVoting } from './StopVoting.tsx';

const SLOW_SECONDS = 30;

/** What must be within reach when something goes wrong, on every layout. Each one says what pressing it does. */
export function PanicBar() {
  const { t } = useLingui();
  const runsShow = useRunsShow();
  return (
    <section className={styles.bar} aria-label={t`应急`}>
      {runsShow && <PauseComments />}
      <ClearWall />
      {runsShow && (
        <>
          <SlowMode />
          <Blackout />
          <StopVoting />
        </>
      )}
    </section>
  );
}

function PauseComments() {
  const { t } = useLingui();
  const run = useRun();
  const offer = useUndo();
  const isOpen = useEventState(({ event }) => event.comments.open);
  const set = (open: boolean) => run('event:configure', { comments: { open } });
  const toggle = async (): Promise<void> => {
    if ((await set(!isOpen)) === null || !isOpen) return;
    offer({ key: 'pause', words: t`评论已暂停`, undo: () => set(true) });
  };
  useDeskKey('Shift+P', () => void toggle());
  return (
    <Act size="small" aria-pressed={!isOpen} aria-keyshortcuts="Shift+P" onPress={toggle}>
      {isOpen ? <Trans>暂停评论</Trans> : <Trans>恢复评论</Trans>}
    </Act>
  );
}

/** Takes what flies and what stands on the wall off every screen; nothing is deleted. */
function ClearWall() {
  const { t } = useLingui();
  const run = useRun();
  const offer = useUndo();
  const clear = async (): Promise<void> => {
    if ((await run('wall:clear', {})) === null) return;
    offer({ key: 'wall', words: t`弹幕和评论墙已清空，记录都在`, undo: () => run('wall:restore', {}) });
  };
  useDeskKey('Shift+C', () => void clear());
  return (
    <Act size="small" aria-keyshortcuts="Shift+C" onPress={clear}>
      <Trans>清屏</Trans>
    </Act>
  );
}

function SlowMode() {
  const { t } = useLingui();
  const run = useRun();
  const offer = useUndo();
  const before = useEventState(({ event }) => event.comments.slowModeSeconds);
  const set = (slowModeSeconds: number) => run('event:configure', { comments: { slowModeSeconds } });
  const toggle = async (): Promise<void> => {
    if ((await set(before > 0 ? 0 : SLOW_SECONDS)) === null) return;
    const words = before > 0 ? t`慢速已解除` : t`慢速：每人 ${SLOW_SECONDS} 秒一条`;
    offer({ key: 'slow', words, undo: () => set(before) });
  };
  useDeskKey('Shift+S', () => void toggle());
  return (
    <Act size="small" aria-pressed={before > 0} aria-keyshortcuts="Shift+S" onPress={toggle}>
      {before > 0 ? <Trans>解除慢速</Trans> : <Trans>慢速 {SLOW_SECONDS} 秒</Trans>}
    </Act>
  );
}

/** Pressed again it brings back what was on air: its own undo. */
function Blackout() {
  const { isBlack, toggle } = useBlackout();
  useDeskKey('Shift+B', () => void toggle());
  return (
    <Act size="small" aria-pressed={isBlack} aria-keyshortcuts="Shift+B" onPress={toggle}>
      {isBlack ? <Trans>结束黑场</Trans> : <Trans>黑场</Trans>}
    </Act>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { SceneRequest } from '#shared/model/stage.ts';
import { cx } from '../../ui/cx.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { pollForStage } from '../polls/polls.ts';
import { useRun } from '../use-run.ts';
import { sceneWords } from '../words.ts';
import styles from './ScreenPanel.module.css';

const SIMPLE = ['idle', 'wall', 'counter'] as const;

/** One press takes a scene. The one on air is marked; pressing it again changes nothing. */
export function SceneButtons() {
  const { t } = useLingui();
  const current = useEventState(({ stage }) => stage.scene);
  const polls = useEventState((state) => state.polls);
  const hasContest = useEventState(({ contest }) => contest !== null);
  const poll = pollForStage(polls);
  return (
    <div className={styles.scenes} role="group" aria-label={t`切换大屏`}>
      {SIMPLE.map((scene) => (
        <Take key={scene} request={{ scene }} label={t(sceneWords[scene])} isOnAir={current === scene} />
      ))}
      <Take
        request={poll && { scene: 'poll', pollId: poll.id }}
        label={t(sceneWords.poll)}
        isOnAir={current === 'poll'}
        title={poll?.question ?? t`还没有开始过的投票`}
      />
      {hasContest && (
        <Take request={{ scene: 'contest' }} label={t(sceneWords.contest)} isOnAir={current === 'contest'} />
      )}
      <Take request={{ scene: 'blackout' }} label={t(sceneWords.blackout)} isOnAir={current === 'blackout'} />
    </div>
  );
}

type TakeProps = { request: SceneRequest | null; label: string; isOnAir: boolean; title?: string };

function Take({ request, label, isOnAir, title }: TakeProps) {
  const run = useRun();
  return (
    <button
      type="button"
      className={cx(styles.take, isOnAir && styles.taken)}
      aria-pressed={isOnAir}
      disabled={request === null}
      title={title}
      onClick={() => {
        if (request) void run('stage:take', request);
      }}
    >
      {label}
    </button>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { Scene } from '#shared/model/stage.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { useCountdown } from '../../ui/live/use-now.ts';
import { sceneWords } from '../words.ts';
import styles from './ScreenPanel.module.css';

/** What is on air, in words. */
export function OnAir() {
  const { t } = useLingui();
  const scene = useEventState((state) => state.stage);
  return (
    <div className={styles.onAir} role="status">
      <p className={styles.sign}>
        <Trans>正在播出</Trans>
      </p>
      <p className={styles.scene}>{t(sceneWords[scene.scene])}</p>
      <Detail scene={scene} />
    </div>
  );
}

function Detail({ scene }: { scene: Scene }) {
  switch (scene.scene) {
    case 'poll':
      return <Question pollId={scene.pollId} />;
    case 'countdown':
      return <Left label={scene.label} endsAt={scene.endsAt} />;
    case 'announcement':
      return (
        <p className={styles.detail} dir="auto">
          {scene.title} {scene.text}
        </p>
      );
    default:
      return null;
  }
}

function Question({ pollId }: { pollId: string }) {
  const question = useEventState(({ polls }) => polls.find(({ id }) => id === pollId)?.question ?? '');
  return (
    <p className={styles.detail} dir="auto">
      {question}
    </p>
  );
}

function Left({ label, endsAt }: { label: string; endsAt: number }) {
  const format = useFormat();
  const seconds = useCountdown(endsAt) ?? 0;
  return (
    <p className={styles.detail} aria-live="off">
      {label} {seconds === 0 ? <Trans>时间到</Trans> : format.duration(seconds)}
    </p>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ScreenName } from '#shared/model/ids.ts';
import type { Scene, SceneRequest } from '#shared/model/stage.ts';
import { sceneOf, screenOf } from '#shared/rules/screens.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { cueHash } from '../../ui/stage-cue.ts';
import { sceneWords } from '../words.ts';
import { Monitor, type Shape } from './Monitor.tsx';
import styles from './Monitors.module.css';
import { sceneLine } from './scene-line.ts';

type Props = { screen: ScreenName; looked: SceneRequest | null; shape: Shape };

/** What would be shown beside what is shown. */
export function Monitors({ screen, looked, shape }: Props) {
  const { t } = useLingui();
  const slug = useEventState(({ event }) => event.slug);
  const url = `/stage/${slug}?preview&screen=${screen}`;
  const onAir = useEventState((state) => sceneOf(state, screen));
  const { isBlank, frozen } = useEventState((state) => screenOf(state, screen));
  return (
    <div className={styles.pair}>
      <figure className={styles.side}>
        <Caption sign={<Trans>预监</Trans>} scene={looked?.scene ?? null} />
        {looked ? (
          <Monitor title={t`预监画面`} url={url} hash={cueHash(looked)} shape={shape} />
        ) : (
          <p className={styles.empty}>
            <Trans>选一个画面，先在这里看</Trans>
          </p>
        )}
      </figure>
      <figure className={styles.side}>
        <Caption
          isOnAir
          sign={isBlank ? <Trans>黑场</Trans> : frozen ? <Trans>已冻结</Trans> : <Trans>播出</Trans>}
          scene={onAir.scene}
          detail={useEventState((state) => sceneLine(onAir, state.polls))}
        />
        <Monitor title={t`播出画面`} url={url} shape={shape} isOnAir />
      </figure>
    </div>
  );
}

type CaptionProps = {
  sign: ReactNode;
  scene: Scene['scene'] | null;
  detail?: string;
  isOnAir?: boolean;
};

function Caption({ sign, scene, detail = '', isOnAir = false }: CaptionProps) {
  const { t } = useLingui();
  return (
    <figcaption className={styles.caption} title={detail}>
      <span className={isOnAir ? styles.onAir : styles.sign}>{sign}</span>{' '}
      <span role={isOnAir ? 'status' : undefined}>
        {scene && <span className={styles.scene}>{t(sceneWords[scene])}</span>}{' '}
        <span className={styles.detail} dir="auto">
          {detail}
        </span>
      </span>
    </figcaption>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { cx } from '../../ui/cx.ts';
import type { Health } from './health.ts';
import styles from './Player.module.css';
import { useSource } from './use-source.ts';

/** WeChat's engines lift a video above the page unless told to leave it in place, in their own words. */
const IN_PLACE = {
  playsInline: true,
  'webkit-playsinline': 'true',
  'x5-playsinline': 'true',
  'x5-video-player-type': 'h5',
};

type Props = { url: string; isHls: boolean; isPlaying: boolean; onHealth: (health: Health) => void };

export function Video({ url, isHls, isPlaying, onHealth }: Props) {
  const { t } = useLingui();
  const [isMuted, setIsMuted] = useState(true);
  const { video, unmute } = useSource({ url, isHls, onHealth });

  return (
    <>
      <video
        ref={video}
        className={cx(styles.fill, styles.video)}
        aria-label={t`直播画面`}
        controls
        autoPlay
        muted
        // What this server ships comes round; a provider's stream that ends has ended.
        loop={url.startsWith('/')}
        onVolumeChange={(event) => setIsMuted(event.currentTarget.muted)}
        {...IN_PLACE}
      />
      {isMuted && isPlaying && (
        <div className={styles.unmute}>
          <Button size="small" onClick={unmute}>
            <Icon name="muted" />
            <Trans>打开声音</Trans>
          </Button>
        </div>
      )}
    </>
  );
}

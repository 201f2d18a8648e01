import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './Player.module.css';
import { useSource } from './use-source.ts';

/** WeChat's engines lift a video above the page unless told to leave it in place, in their own words. */
const IN_PLACE = {
  playsInline: true,
  'webkit-playsinline': 'true',
  'x5-playsinline': 'true',
  'x5-video-player-type': 'h5',
};

type Props = { url: string; isHls: boolean; onAgain: () => void };

export function Video({ url, isHls, onAgain }: Props) {
  const { t } = useLingui();
  const [isMuted, setIsMuted] = useState(true);
  const { video, isLost, unmute } = useSource({ url, isHls });

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
      {isMuted && !isLost && (
        <div className={styles.unmute}>
          <Button size="small" onClick={unmute}>
            <Icon name="muted" />
            <Trans>打开声音</Trans>
          </Button>
        </div>
      )}
      {isLost && (
        <div className={styles.trouble} role="alert">
          <p>
            <Trans>画面暂时中断，互动仍在继续</Trans>
          </p>
          <Button onClick={onAgain}>
            <Icon name="retry" />
            <Trans>重新加载画面</Trans>
          </Button>
        </div>
      )}
    </>
  );
}

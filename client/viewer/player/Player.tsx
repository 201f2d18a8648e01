import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Stream } from '#shared/model/event.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Curtain } from './Curtain.tsx';
import styles from './Player.module.css';
import { useAdmission } from './use-admission.ts';
import { Trouble } from './Trouble.tsx';
import { useHealth } from './use-health.ts';
import { Video } from './Video.tsx';

/** The picture while there is one, the curtain before, after and without it; danmaku fly over either. */
export function Player({ children }: { children?: ReactNode }) {
  const stream = useEventState((state) => state.event.stream);
  const isOn = useEventState((state) => state.event.status === 'live');
  return (
    <div className={styles.player}>
      {isOn && stream.kind !== 'none' ? (
        <Picture key={`${stream.kind} ${stream.url}`} stream={stream} />
      ) : (
        <Curtain />
      )}
      {children}
    </div>
  );
}

function Picture({ stream }: { stream: Exclude<Stream, { kind: 'none' }> }) {
  const { t } = useLingui();
  const { health, attempt, retry, note } = useHealth();
  const [hasAsked, setHasAsked] = useState(false);
  useAdmission(stream.url);
  const again = (): void => {
    if (hasAsked) window.location.reload();
    setHasAsked(true);
    retry();
  };
  if (stream.kind !== 'iframe') {
    const { kind, url } = stream;
    return (
      <>
        <Video
          key={attempt}
          url={url}
          isHls={kind === 'hls'}
          isPlaying={health === 'playing'}
          onHealth={note}
        />
        <Trouble health={health} onAgain={again} />
      </>
    );
  }
  return (
    <iframe
      className={styles.fill}
      src={stream.url}
      title={t`直播画面`}
      allow="autoplay; fullscreen; encrypted-media; picture-in-picture"
      // The organiser's provider is another origin: its player needs its own scripts and storage, and nothing of ours.
      // oxlint-disable-next-line react/iframe-missing-sandbox
      sandbox="allow-scripts allow-same-origin allow-presentation allow-popups allow-forms"
      referrerPolicy="strict-origin-when-cross-origin"
    />
  );
}

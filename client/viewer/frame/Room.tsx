import { useEffect } from 'react';
import { useEventState } from '../../ui/live/client-context.ts';
import { useMedia } from '../../ui/live/use-media.ts';
import { AnnouncementBanner } from '../../ui/live/AnnouncementBanner.tsx';
import { ConnectionBanner } from '../../ui/live/ConnectionBanner.tsx';
import { Danmaku } from '../../ui/danmaku/Danmaku.tsx';
import { useDanmakuSettings } from '../danmaku/use-danmaku-settings.ts';
import { Player } from '../player/Player.tsx';
import { Header } from './Header.tsx';
import { Panel } from './Panel.tsx';
import { Wide } from './Wide.tsx';
import { WIDE_SCREEN } from './wide-screen.ts';
import styles from './Room.module.css';
import { useVisibleHeight } from './use-visible-height.ts';

/** The event as a viewer meets it: the picture above or beside everything else. */
export function Room() {
  const danmaku = useDanmakuSettings();
  const title = useEventState((state) => state.event.title);
  const isWide = useMedia(WIDE_SCREEN);
  useVisibleHeight();
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className={styles.room}>
      <div className={styles.header}>
        <Header />
      </div>
      <div className={styles.banner}>
        <ConnectionBanner />
        <AnnouncementBanner />
      </div>
      {/* Beside the panel it scrolls, also for whoever has no mouse. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <main className={styles.picture} tabIndex={isWide ? 0 : undefined}>
        <Player>{danmaku.isOn && <Danmaku settings={danmaku.settings} />}</Player>
        {isWide && <Wide />}
      </main>
      <div className={styles.panel}>
        <Panel danmaku={danmaku} />
      </div>
    </div>
  );
}

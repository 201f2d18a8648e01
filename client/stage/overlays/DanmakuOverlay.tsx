import { Danmaku } from '../../ui/danmaku/Danmaku.tsx';
import styles from './DanmakuOverlay.module.css';

/** Comments that fly over the video. */
export const DanmakuOverlay = () => (
  <div className={styles.sky}>
    <Danmaku className={styles.lanes} />
  </div>
);

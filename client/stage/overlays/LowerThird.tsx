import { useEventState } from '../../ui/live/client-context.ts';
import { useScene } from '../frame/stage-context.ts';
import styles from './LowerThird.module.css';
import { useEntrance } from './use-entrance.ts';

/** The lower third: an announcement while there is one, on the screen first, else what is on now. */
export function LowerThird() {
  const scene = useScene();
  const live = useEventState(({ rundown }) => rundown.find(({ status }) => status === 'live') ?? null);
  const announcement = useEventState((state) => state.announcement);
  const words =
    scene.scene === 'announcement'
      ? { title: scene.title || scene.text, note: scene.title ? scene.text : '' }
      : announcement
        ? { title: announcement.text, note: '' }
        : live && { title: live.title, note: live.note };
  const band = useEntrance<HTMLDivElement>(words && `${words.title}\n${words.note}`);
  if (!words) return null;
  return (
    <div ref={band} className={styles.band}>
      <p className={styles.title} dir="auto">
        {words.title}
      </p>
      {words.note && (
        <p className={styles.note} dir="auto">
          {words.note}
        </p>
      )}
    </div>
  );
}

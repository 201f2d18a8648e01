import { cx } from '../../ui/cx.ts';
import drift from '../frame/Drift.module.css';
import { Fit } from '../frame/Fit.tsx';
import { hasShortPhrases } from '../frame/phrases.ts';
import { Strap } from '../frame/Strap.tsx';
import styles from './AnnouncementScene.module.css';

/** A message to the hall, as large as it can be said. */
export function AnnouncementScene({ title, text }: { title: string; text: string }) {
  return (
    <div className={cx(styles.scene, drift.drift)}>
      <Strap />
      <div className={styles.middle}>
        <Fit className={styles.fit} least={0.34}>
          {title && (
            <h1 className={styles.title} dir="auto">
              {title}
            </h1>
          )}
          <p className={cx(styles.text, hasShortPhrases(text) && styles.phrases)} dir="auto">
            {text}
          </p>
        </Fit>
      </div>
    </div>
  );
}

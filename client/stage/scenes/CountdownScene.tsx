import { Trans } from '@lingui/react/macro';
import { cx } from '../../ui/cx.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useCountdown } from '../../ui/live/use-now.ts';
import drift from '../frame/Drift.module.css';
import { Fit } from '../frame/Fit.tsx';
import { Strap } from '../frame/Strap.tsx';
import styles from './CountdownScene.module.css';

const LAST_SECONDS = 10;

/** Time left by the server's clock, so every screen agrees. */
export function CountdownScene({ endsAt, label }: { endsAt: number; label: string }) {
  const format = useFormat();
  const seconds = useCountdown(endsAt) ?? 0;
  const isOver = seconds === 0;
  const text = isOver ? '0:00' : format.duration(seconds);
  return (
    <div className={cx(styles.scene, drift.drift)}>
      <Strap />
      <div className={styles.middle}>
        {label && (
          <Fit className={styles.label} least={0.5}>
            <p className={styles.words} dir="auto">
              {label}
            </p>
          </Fit>
        )}
        <p
          role="timer"
          className={cx(
            styles.time,
            text.length > 5 && styles.long,
            seconds <= LAST_SECONDS && styles.last,
            isOver && styles.over,
          )}
        >
          {isOver ? <Trans>时间到</Trans> : text}
        </p>
      </div>
    </div>
  );
}

import { useMemo } from 'react';
import { cx } from '../cx.ts';
import { createSky } from './sky.ts';
import styles from './Sky.module.css';

type Props = {
  /** The same seed is the same sky: an event keeps its own. */
  seed: string;
  stars?: number;
  /** Whether the stars breathe. */
  isLive?: boolean;
  /** How much fire there is below: full, a glimmer, or none. */
  fire?: 'full' | 'low' | 'out';
};

/** Embers below, stars above: the picture behind titles. Decoration alone, so nothing is said of it. */
export function Sky({ seed, stars = 60, isLive = false, fire = 'full' }: Props) {
  const sky = useMemo(() => createSky(seed, stars), [seed, stars]);
  return (
    <div className={cx(styles.sky, isLive && styles.live)} aria-hidden="true">
      <svg className={styles.stars} viewBox="0 0 160 90" preserveAspectRatio="xMidYMid slice">
        <polyline className={styles.line} points={sky.line.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {sky.stars.map(({ x, y, size, warmth, pace }, index) => (
          <circle
            key={index}
            className={cx(styles.star, PACES[pace])}
            cx={x}
            cy={y}
            r={size}
            fill={warmth > 0.75 ? '#f5b942' : '#f4efe6'}
            fillOpacity={0.35 + 0.6 * warmth}
          />
        ))}
      </svg>
      {fire !== 'out' && <div className={cx(styles.glow, fire === 'low' && styles.low)} />}
    </div>
  );
}

const PACES = [styles.slow, styles.slower, styles.slowest];

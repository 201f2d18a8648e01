import { cx } from '../../ui/cx.ts';
import { Hidden } from '../../ui/parts/Hidden.tsx';
import { useArrival } from './arrival.ts';
import styles from './RollingFigure.module.css';

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const ROLL_MS = 800;
const STAGGER_MS = 90;

/** A figure whose digits roll to their places when it is shown. `isEmber` is for the one figure of a scene. */
export function RollingFigure({ value, isEmber = false }: { value: string; isEmber?: boolean }) {
  return (
    <span className={cx(styles.figure, isEmber && styles.ember)}>
      <Hidden>{value}</Hidden>
      <span aria-hidden="true" className={styles.row}>
        {[...value].map((char, index) => (
          <Place key={`${index} ${char}`} char={char} index={index} />
        ))}
      </span>
    </span>
  );
}

function Place({ char, index }: { char: string; index: number }) {
  const digit = DIGITS.indexOf(char);
  if (digit === -1) return <span className={styles.sign}>{char}</span>;
  return <Strip digit={digit} index={index} />;
}

function Strip({ digit, index }: { digit: number; index: number }) {
  const strip = useArrival<HTMLSpanElement>({
    from: { transform: 'translateY(0)' },
    durationMs: ROLL_MS,
    delayMs: index * STAGGER_MS,
  });
  return (
    <span className={styles.place}>
      <span ref={strip} className={styles.strip} style={{ transform: `translateY(${-10 * digit}%)` }}>
        {DIGITS.map((each) => (
          <span key={each} className={styles.digit}>
            {each}
          </span>
        ))}
      </span>
    </span>
  );
}

import { cx } from '../../ui/cx.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { Hidden } from '../../ui/parts/Hidden.tsx';
import styles from './Rolling.module.css';

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** A number whose digits roll to their new place. `isEmber` is for the one number of a scene. */
export function Rolling({ value, isEmber = false }: { value: number; isEmber?: boolean }) {
  const text = useFormat().count(value);
  return (
    <span className={cx(styles.number, isEmber && styles.ember)}>
      <Hidden>{text}</Hidden>
      <span aria-hidden="true" className={styles.row}>
        {[...text].map((char, index) => (
          <Place key={text.length - index} char={char} />
        ))}
      </span>
    </span>
  );
}

function Place({ char }: { char: string }) {
  const digit = DIGITS.indexOf(char);
  if (digit === -1) return <span className={styles.sign}>{char}</span>;
  return (
    <span className={styles.place}>
      <span className={styles.strip} style={{ transform: `translateY(${-10 * digit}%)` }}>
        {DIGITS.map((each) => (
          <span key={each} className={styles.digit}>
            {each}
          </span>
        ))}
      </span>
    </span>
  );
}

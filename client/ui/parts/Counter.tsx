import { cx } from '../cx.ts';
import { useFormat } from '../i18n/format.ts';
import styles from './Counter.module.css';

type Props = {
  label: string;
  value: number;
  /** What exactly is counted: the number's title, or plain text with `explains`. */
  definition: string;
  explains?: boolean;
  isLarge?: boolean;
};

/** A number, its unit and its definition, never one without the others. */
export function Counter({ label, value, definition, explains = false, isLarge = false }: Props) {
  const format = useFormat();
  return (
    <div className={cx(styles.counter, isLarge && styles.large)} title={explains ? undefined : definition}>
      <span className={styles.value}>{format.count(value)}</span>
      <span className={styles.label}>{label}</span>
      {explains && <span className={styles.definition}>{definition}</span>}
    </div>
  );
}

import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import styles from './Segments.module.css';

type Props<V extends string> = {
  /** What is chosen, in words, and the name of the group. */
  label: string;
  chosen: V;
  options: readonly { value: V; words: ReactNode }[];
  onChange: (value: V) => void;
};

/** One of a few short words, side by side. */
export function Segments<V extends string>({ label, chosen, options, onChange }: Props<V>) {
  return (
    <fieldset className={styles.segments}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.row}>
        {options.map(({ value, words }) => (
          <label key={value} className={cx(styles.segment, value === chosen && styles.chosen)}>
            <input
              type="radio"
              className={styles.input}
              name={label}
              checked={value === chosen}
              onChange={() => onChange(value)}
            />
            <span className={styles.words}>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

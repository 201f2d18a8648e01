import { cx } from '../../ui/cx.ts';
import styles from './form.module.css';

type Option<V extends string> = { value: V; label: string; hint: string };
type Props<V extends string> = {
  label: string;
  chosen: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
};

/** One of a few, each with what it means. */
export function Choice<V extends string>({ label, chosen, options, onChange }: Props<V>) {
  return (
    <fieldset className={styles.choices} aria-label={label}>
      {options.map(({ value, label: text, hint }) => (
        <label key={value} className={cx(styles.choice, value === chosen && styles.chosen)}>
          <input
            type="radio"
            name={label}
            value={value}
            checked={value === chosen}
            onChange={() => onChange(value)}
          />
          <span>
            {value === chosen && '✓ '}
            {text}
          </span>
          <span className={styles.note}>{hint}</span>
        </label>
      ))}
    </fieldset>
  );
}

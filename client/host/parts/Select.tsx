import { type ReactNode, useId } from 'react';
import styles from './Inputs.module.css';

type Props<Value extends string | number> = {
  label: string;
  value: Value;
  /** `lang`: of a label that is in another language than the page. */
  options: readonly { value: Value; label: ReactNode; lang?: string }[];
  onChange: (value: Value) => void;
};

/** One of a few; a value that is none of them is listed too, so that what holds is always seen. */
export function Select<Value extends string | number>({ label, value, options, onChange }: Props<Value>) {
  const id = useId();
  const isListed = options.some((option) => option.value === value);
  return (
    <span className={styles.inline}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => String(option.value) === target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {!isListed && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

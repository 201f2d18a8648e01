import styles from './people.module.css';

type Props<T extends string> = {
  legend: string;
  options: readonly { value: T; label: string }[];
  chosen: readonly T[];
  onToggle: (value: T) => void;
};

/** Any number out of many, as boxes to tick. */
export function Checks<T extends string>({ legend, options, chosen, onToggle }: Props<T>) {
  return (
    <div className={styles.checks} role="group" aria-label={legend} tabIndex={-1}>
      {options.map(({ value, label }) => (
        <label key={value} className={styles.check}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
          <span dir="auto">{label}</span>
        </label>
      ))}
    </div>
  );
}

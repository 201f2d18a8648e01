import type { ReactNode } from 'react';
import styles from './Toggle.module.css';

type Props = {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  children: ReactNode;
  /** Its name where the visible words may be left out. */
  label?: string;
};

export function Toggle({ isOn, onChange, children, label }: Props) {
  return (
    <button
      type="button"
      role="switch"
      aria-label={label}
      aria-checked={isOn}
      className={styles.toggle}
      onClick={() => onChange(!isOn)}
    >
      <span className={styles.track} aria-hidden="true" />
      {children}
    </button>
  );
}

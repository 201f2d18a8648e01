import type { ReactNode } from 'react';
import styles from './Toggle.module.css';

type Props = { isOn: boolean; onChange: (isOn: boolean) => void; children: ReactNode };

export function Toggle({ isOn, onChange, children }: Props) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      className={styles.toggle}
      onClick={() => onChange(!isOn)}
    >
      <span className={styles.track} aria-hidden="true" />
      {children}
    </button>
  );
}

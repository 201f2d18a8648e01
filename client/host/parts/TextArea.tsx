import { type ReactNode, type TextareaHTMLAttributes, useId } from 'react';
import styles from './Inputs.module.css';

type Props = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'id'> & {
  label: string;
  note?: ReactNode;
};

export function TextArea({ label, note, rows = 4, ...rest }: Props) {
  const id = useId();
  return (
    <div className={styles.block}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        rows={rows}
        className={styles.area}
        aria-describedby={note ? `${id}-note` : undefined}
        {...rest}
      />
      {note && (
        <p id={`${id}-note`} className={styles.note}>
          {note}
        </p>
      )}
    </div>
  );
}

import { type ReactNode, useId, useState } from 'react';
import { cx } from '../../../ui/cx.ts';
import styles from './NumberField.module.css';
import { figureText, readFigure, readWhole } from './thousandths.ts';

type Props = {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  /** Thousandths of a point, or a whole number. */
  kind?: 'figure' | 'whole';
  unit?: ReactNode;
  isLabelHidden?: boolean;
  problem?: string | null;
};

/** A number as text while it is being written, so that `9.` may become `9.5`; null while it is none. */
export function NumberField({
  label,
  value,
  onChange,
  kind = 'whole',
  unit,
  isLabelHidden = false,
  problem = null,
}: Props) {
  const id = useId();
  const read = kind === 'figure' ? readFigure : readWhole;
  const write = kind === 'figure' ? figureText : String;
  const [text, setText] = useState(value === null ? '' : write(value));
  const shown = read(text) === value ? text : value === null ? text : write(value);
  const isWrong = problem !== null || (shown.trim() !== '' && read(shown) === null);
  return (
    <span className={styles.field}>
      <label className={cx(styles.label, isLabelHidden && styles.hidden)} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        aria-invalid={isWrong ? true : undefined}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={({ target }) => {
          setText(target.value);
          onChange(read(target.value));
        }}
      />
      {unit && <span className={styles.unit}>{unit}</span>}
      {problem !== null && (
        <span id={`${id}-problem`} className={styles.problem}>
          {problem}
        </span>
      )}
    </span>
  );
}

import { Trans } from '@lingui/react/macro';
import { useId } from 'react';
import { LIMITS } from '#shared/limits.ts';
import styles from './form.module.css';

/** Why; it goes on record, and nothing goes without it. */
export function ReasonField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        <Trans>原因（会记录在案）</Trans>
      </label>
      <textarea
        id={id}
        className={styles.area}
        rows={2}
        maxLength={LIMITS.reasonLength}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import { Field } from '../../ui/parts/Field.tsx';
import { Act } from '../parts/Act.tsx';
import { useRun } from '../use-run.ts';
import styles from './ScreenPanel.module.css';

const MINUTES = [1, 3, 5, 10, 15];

/** A countdown begins with the press; its end is the server's. */
export function CountdownForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const run = useRun();
  const [label, setLabel] = useState('');
  const [minutes, setMinutes] = useState('');
  const own = Math.round(Number(minutes.replace(',', '.')) * 60);
  const isOwn = minutes.trim() !== '' && own >= 1 && own <= 86_400;
  const take = async (seconds: number): Promise<void> => {
    if ((await run('stage:take', { scene: 'countdown', seconds, label: label.trim() })) !== null) onDone();
  };
  return (
    <div className={styles.form}>
      <Field
        label={t`倒计时的名目，如“距离开场”`}
        value={label}
        maxLength={LIMITS.titleLength}
        onChange={({ target }) => setLabel(target.value)}
      />
      <div className={styles.presets}>
        {MINUTES.map((each) => (
          <Act key={each} size="small" onPress={() => take(each * 60)}>
            <Trans>{each} 分钟</Trans>
          </Act>
        ))}
      </div>
      <div className={styles.own}>
        <Field
          label={t`别的分钟数`}
          value={minutes}
          inputMode="decimal"
          onChange={({ target }) => setMinutes(target.value)}
        />
        <Act disabled={!isOwn} onPress={() => take(own)}>
          <Trans>开始倒计时</Trans>
        </Act>
      </div>
    </div>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { counterWords } from '../../ui/live/words.ts';
import { Counter } from '../../ui/parts/Counter.tsx';
import { CountersSheet } from './CountersSheet.tsx';
import styles from './CountersStrip.module.css';

const SHOWN = ['online', 'peak', 'unique', 'visits', 'participations'] as const;

/** The numbers of the moment; one press away, what each of them counts. */
export function CountersStrip() {
  const { t } = useLingui();
  const format = useFormat();
  const viewers = useEventState(({ gauges }) => gauges.viewers);
  const [isExplaining, setIsExplaining] = useState(false);
  return (
    <>
      <section className={styles.strip} aria-label={t`现场数据`}>
        {SHOWN.map((name) => (
          <Counter
            key={name}
            label={t(counterWords[name].label)}
            value={viewers[name]}
            definition={t(counterWords[name].definition)}
          />
        ))}
        <div className={styles.explain}>
          <p className={styles.parts}>
            <Trans>
              评论 {format.count(viewers.comments)} · 选票 {format.count(viewers.ballots)} · 互动{' '}
              {format.count(viewers.reactionBatches)}
            </Trans>
          </p>
          <button
            type="button"
            className={styles.how}
            aria-haspopup="dialog"
            onClick={() => setIsExplaining(true)}
          >
            <Trans>这些数字怎么算</Trans>
          </button>
        </div>
      </section>
      {isExplaining && <CountersSheet onClose={() => setIsExplaining(false)} />}
    </>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useEventState } from '../../ui/live/client-context.ts';
import { counterWords } from '../../ui/live/words.ts';
import { Counter } from '../../ui/parts/Counter.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import styles from './CounterSheet.module.css';

const EXPLAINED = ['online', 'peak', 'unique', 'visits', 'participations'] as const;

/** Every number with what it counts. */
export function CounterSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const viewers = useEventState(({ gauges }) => gauges.viewers);
  return (
    <Sheet title={<Trans>这些数字怎么算</Trans>} onClose={onClose}>
      <div className={styles.counters}>
        {EXPLAINED.map((name) => (
          <Counter
            key={name}
            label={t(counterWords[name].label)}
            value={viewers[name]}
            definition={t(counterWords[name].definition)}
            explains
          />
        ))}
        <p>
          <Trans>
            其中评论 {viewers.comments}，选票 {viewers.ballots}，互动批次 {viewers.reactionBatches}。
          </Trans>
        </p>
      </div>
    </Sheet>
  );
}

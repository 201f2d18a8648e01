import { useLingui } from '@lingui/react/macro';
import { useEventState } from '../../ui/live/client-context.ts';
import { counterWords } from '../../ui/live/words.ts';
import { Rolling } from '../frame/Rolling.tsx';
import styles from './CounterOverlay.module.css';

/** Who is here, in the corner. */
export function CounterOverlay() {
  const { t } = useLingui();
  const online = useEventState(({ gauges }) => gauges.viewers.online);
  return (
    <p className={styles.counter}>
      <span className={styles.dot} aria-hidden="true" />
      <span>{t(counterWords.online.label)}</span>
      <span className={styles.number}>
        <Rolling value={online} />
      </span>
    </p>
  );
}

import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEventState } from '../../ui/live/client-context.ts';
import { counterWords } from '../../ui/live/words.ts';
import { Rolling } from '../frame/Rolling.tsx';
import { Strap } from '../frame/Strap.tsx';
import styles from './CounterScene.module.css';

const BESIDE = ['unique', 'participations', 'peak'] as const;

/** The definitions, short enough to be read from the last row; the full ones are in the viewers' hands. */
const meanings: Record<'online' | (typeof BESIDE)[number], MessageDescriptor> = {
  online: msg`此刻连接着的观众`,
  unique: msg`每人只计一次`,
  participations: msg`评论、投票与互动之和`,
  peak: msg`在线人数的最高值`,
};

/** One number that glows, three beside it, each with what it means. */
export function CounterScene() {
  const { t } = useLingui();
  const viewers = useEventState(({ gauges }) => gauges.viewers);
  return (
    <div className={styles.scene}>
      <Strap />
      <div className={styles.lead}>
        <p className={styles.label}>{t(counterWords.online.label)}</p>
        <p className={styles.big}>
          <Rolling value={viewers.online} isEmber />
        </p>
        <p className={styles.meaning}>{t(meanings.online)}</p>
      </div>
      <ul className={styles.beside}>
        {BESIDE.map((name) => (
          <li key={name} className={styles.item}>
            <p className={styles.label}>{t(counterWords[name].label)}</p>
            <p className={styles.value}>
              <Rolling value={viewers[name]} />
            </p>
            <p className={styles.meaning}>{t(meanings[name])}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

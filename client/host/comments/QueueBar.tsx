import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { LIMITS } from '#shared/limits.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { useNow } from '../../ui/live/use-now.ts';
import { Toggle } from '../../ui/parts/Toggle.tsx';
import { countOf, type Filter, FILTERS, median, type View } from './queue-order.ts';
import styles from './Queue.module.css';

type Props = { view: View; onChange: (view: View) => void };

/** Which of what waits is seen, in which order; how long people wait for a decision. */
export function QueueBar({ view, onChange }: Props) {
  const { t } = useLingui();
  const held = useEventState(({ desk }) => desk.held);
  const words: Record<Filter, ReactNode> = {
    all: <Trans>全部</Trans>,
    first: <Trans>首次发言</Trans>,
    flagged: <Trans>碰到词表</Trans>,
  };
  return (
    <div className={styles.bar}>
      <div role="group" aria-label={t`只看`} className={styles.filters}>
        {FILTERS.map((filter) => (
          <button
            key={filter}
            type="button"
            className={styles.filter}
            aria-pressed={view.filter === filter}
            onClick={() => onChange({ ...view, filter })}
          >
            {words[filter]} <span className={styles.count}>{countOf(held, filter)}</span>
          </button>
        ))}
      </div>
      <Toggle isOn={view.newestFirst} onChange={(newestFirst) => onChange({ ...view, newestFirst })}>
        <Trans>最新的在前</Trans>
      </Toggle>
      <Waits />
      {held.length >= LIMITS.heldComments && (
        <span className={styles.wait}>
          <Trans>这里是最近 {LIMITS.heldComments} 条</Trans>
        </span>
      )}
    </div>
  );
}

function Waits() {
  const format = useFormat();
  const now = useNow();
  const oldest = useEventState(({ desk }) => desk.held[0]?.at ?? null);
  const half = median(useEventState(({ desk }) => desk.waitsMs));
  return (
    <p className={styles.wait}>
      {oldest !== null && <Trans>最久等了 {format.duration((now - oldest) / 1_000)}</Trans>}
      {half !== null && (
        <>
          {' · '}
          <Trans>处理用时（中位）{format.duration(half / 1_000)}</Trans>
        </>
      )}
    </p>
  );
}

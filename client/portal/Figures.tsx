import { useLingui } from '@lingui/react/macro';
import type { EventStatus } from '#shared/model/event.ts';
import type { ViewerCounts } from '#shared/model/gauges.ts';
import { useFormat } from '../ui/i18n/format.ts';
import { counterWords } from '../ui/live/words.ts';
import styles from './EventCard.module.css';

/** What says most about an event: who is there now, or who was. */
export const FIGURES = {
  live: ['online', 'unique', 'participations'],
  ended: ['unique', 'participations', 'peak'],
} as const;

/** Figures with their names; what they mean stands at the end of the page. */
export function Figures({ status, counts }: { status: EventStatus; counts: ViewerCounts | undefined }) {
  const { t } = useLingui();
  const format = useFormat();
  if (counts === undefined || (status !== 'live' && status !== 'ended')) return null;
  return (
    <dl className={styles.figures}>
      {FIGURES[status].map((name) => (
        <div key={name} className={styles.figure} title={t(counterWords[name].definition)}>
          <dt>{t(counterWords[name].label)}</dt>
          <dd>{format.compact(counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useEventState } from '../../ui/live/client-context.ts';
import { counterWords } from '../../ui/live/words.ts';
import { Counter } from '../../ui/parts/Counter.tsx';
import styles from './NowStrip.module.css';

const SHOWN = ['online', 'unique', 'visits', 'participations'] as const;

/** Below the picture on wide screens: what is on, what is next, and the honest numbers. */
export function NowStrip() {
  const { t } = useLingui();
  const event = useEventState((state) => state.event);
  const viewers = useEventState(({ gauges }) => gauges.viewers);
  const now = useEventState(({ rundown }) => rundown.find((item) => item.status === 'live') ?? null);
  const next = useEventState(({ rundown }) => rundown.find((item) => item.status === 'planned') ?? null);
  return (
    <section className={styles.strip} aria-label={t`现场信息`}>
      <div>
        <p className={styles.over}>{now ? <Trans>正在进行</Trans> : <Trans>本场</Trans>}</p>
        <h2 className={styles.title} dir="auto">
          {now?.title ?? event.title}
        </h2>
        {next && (
          <p className={styles.next}>
            <Trans>接下来：{next.title}</Trans>
          </p>
        )}
        {event.summary && (
          <p className={styles.summary} dir="auto">
            {event.summary}
          </p>
        )}
      </div>
      <div className={styles.counters}>
        {SHOWN.map((name) => (
          <Counter
            key={name}
            label={t(counterWords[name].label)}
            value={viewers[name]}
            definition={t(counterWords[name].definition)}
          />
        ))}
      </div>
    </section>
  );
}

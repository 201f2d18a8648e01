import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { cx } from '../../ui/cx.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { LocaleSwitch } from '../../ui/i18n/LocaleSwitch.tsx';
import { useEventState } from '../../ui/live/client-context.ts';
import { RehearsalBadge } from '../../ui/live/RehearsalBadge.tsx';
import { eventStatusWords } from '../../ui/live/words.ts';
import { Badge, LiveDot } from '../../ui/parts/Badge.tsx';
import { EmberMark } from '../../ui/parts/EmberMark.tsx';
import { CounterSheet } from './CounterSheet.tsx';
import styles from './Header.module.css';

export function Header() {
  const { t } = useLingui();
  const format = useFormat();
  const event = useEventState((state) => state.event);
  const online = useEventState(({ gauges }) => gauges.viewers.online);
  const [isExplaining, setIsExplaining] = useState(false);
  return (
    <header className={styles.header}>
      <EmberMark className={styles.mark} />
      <h1 className={styles.title} dir="auto">
        {event.title}
      </h1>
      <span className={cx(event.status === 'live' && styles.obvious)}>
        <Badge tone={event.status === 'live' ? 'live' : 'quiet'}>
          {event.status === 'live' && <LiveDot />}
          {t(eventStatusWords[event.status])}
        </Badge>
      </span>
      <RehearsalBadge />
      <div className={styles.end}>
        <button
          type="button"
          className={styles.online}
          aria-haspopup="dialog"
          aria-label={t`${format.count(online)} 在线，查看各项数字怎么算`}
          onClick={() => setIsExplaining(true)}
        >
          {event.status === 'live' && (
            <span className={styles.dot}>
              <LiveDot />
            </span>
          )}
          <Trans>
            <strong>{format.compact(online)}</strong> <span className={styles.unit}>在线</span>
          </Trans>
        </button>
        <LocaleSwitch />
      </div>
      {isExplaining && <CounterSheet onClose={() => setIsExplaining(false)} />}
    </header>
  );
}

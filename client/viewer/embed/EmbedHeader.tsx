import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { RehearsalBadge } from '../../ui/live/RehearsalBadge.tsx';
import { eventStatusWords } from '../../ui/live/words.ts';
import { Badge, LiveDot } from '../../ui/parts/Badge.tsx';
import { CounterSheet } from '../frame/CounterSheet.tsx';
import { MineButton } from '../mine/MineButton.tsx';
import styles from './Embed.module.css';

/** Which event this is; the site around has its own header, so it is one quiet line. */
export function EmbedHeader({ hasCounter, hasMine }: { hasCounter: boolean; hasMine: boolean }) {
  const { t } = useLingui();
  const { title, status, slug } = useEventState((state) => state.event);
  return (
    <header className={styles.header}>
      {status === 'live' ? (
        <span className={styles.dot} role="img" aria-label={t(eventStatusWords.live)}>
          <LiveDot />
        </span>
      ) : (
        <Badge tone="quiet">{t(eventStatusWords[status])}</Badge>
      )}
      <h1 className={styles.title} dir="auto">
        <a href={`/e/${slug}`} target="_blank" rel="noreferrer" title={t`打开活动页面`}>
          {title}
        </a>
      </h1>
      <RehearsalBadge />
      {hasCounter && <OnlineCounter />}
      {hasMine && <MineButton />}
    </header>
  );
}

export function OnlineCounter() {
  const { t } = useLingui();
  const format = useFormat();
  const online = useEventState(({ gauges }) => gauges.viewers.online);
  const [isExplaining, setIsExplaining] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.online}
        aria-haspopup="dialog"
        aria-label={t`${format.count(online)} 在线，查看各项数字怎么算`}
        onClick={() => setIsExplaining(true)}
      >
        <Trans>
          <strong>{format.compact(online)}</strong> <span className={styles.unit}>在线</span>
        </Trans>
      </button>
      {isExplaining && <CounterSheet onClose={() => setIsExplaining(false)} />}
    </>
  );
}

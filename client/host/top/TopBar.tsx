import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { LocaleSwitch } from '../../ui/i18n/LocaleSwitch.tsx';
import { useEventState } from '../../ui/live/client-context.ts';
import { RehearsalBadge } from '../../ui/live/RehearsalBadge.tsx';
import { eventStatusWords } from '../../ui/live/words.ts';
import { Badge, LiveDot } from '../../ui/parts/Badge.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { EmberMark } from '../../ui/parts/EmberMark.tsx';
import { AnnounceSheet } from '../announce/AnnounceSheet.tsx';
import { EmbedSheet } from '../embedding/EmbedSheet.tsx';
import { useDeskKey } from '../parts/desk-keys.ts';
import { useRunsShow } from '../rights.ts';
import { EventControl } from './EventControl.tsx';
import { KeysSheet } from './KeysSheet.tsx';
import { LineState } from './LineState.tsx';
import { LinksSheet } from './LinksSheet.tsx';
import { SettingsSheet } from './SettingsSheet.tsx';
import styles from './TopBar.module.css';

type Open = 'announce' | 'links' | 'embed' | 'settings' | 'keys';

/** Which event, in what state, over what line; and what changes it as a whole. */
export function TopBar({ slug, children }: { slug: string; children?: ReactNode }) {
  const { t } = useLingui();
  const { title, status } = useEventState((state) => state.event);
  const runsShow = useRunsShow();
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  useDeskKey('g', runsShow ? () => setOpen('announce') : null);
  useDeskKey('?', () => setOpen('keys'));
  return (
    <header className={styles.bar}>
      <EmberMark className={styles.mark} />
      <h1 className={styles.title} dir="auto">
        {title}
      </h1>
      <Badge tone={status === 'live' ? 'live' : 'quiet'}>
        {status === 'live' && <LiveDot />}
        {t(eventStatusWords[status])}
      </Badge>
      <RehearsalBadge />
      <LineState />
      {children}
      <div className={styles.end}>
        {runsShow && (
          <Button
            size="small"
            tone="quiet"
            aria-haspopup="dialog"
            aria-keyshortcuts="G"
            onClick={() => setOpen('announce')}
          >
            <Trans>发公告</Trans>
          </Button>
        )}
        <Button size="small" tone="quiet" aria-haspopup="dialog" onClick={() => setOpen('links')}>
          <Trans>链接和导出</Trans>
        </Button>
        <Button size="small" tone="quiet" aria-haspopup="dialog" onClick={() => setOpen('embed')}>
          <Trans>嵌入</Trans>
        </Button>
        {runsShow && (
          <Button size="small" tone="quiet" aria-haspopup="dialog" onClick={() => setOpen('settings')}>
            <Trans>活动设置</Trans>
          </Button>
        )}
        <span className={styles.keys}>
          <Button size="small" tone="quiet" aria-haspopup="dialog" onClick={() => setOpen('keys')}>
            <Trans>按键</Trans>
          </Button>
        </span>
        <LocaleSwitch />
        {runsShow && <EventControl />}
      </div>
      {open === 'announce' && <AnnounceSheet onClose={close} />}
      {open === 'links' && <LinksSheet slug={slug} onClose={close} />}
      {open === 'embed' && <EmbedSheet slug={slug} onClose={close} />}
      {open === 'settings' && <SettingsSheet onClose={close} />}
      {open === 'keys' && <KeysSheet onClose={close} />}
    </header>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useSyncExternalStore } from 'react';
import { LocaleSwitch } from '../ui/i18n/LocaleSwitch.tsx';
import { Banner } from '../ui/parts/Banner.tsx';
import { EmberMark } from '../ui/parts/EmberMark.tsx';
import { Definitions } from './Definitions.tsx';
import type { EventList } from './event-list.ts';
import { Listing } from './Listing.tsx';
import styles from './PortalPage.module.css';

export function PortalPage({ list }: { list: EventList }) {
  const { t } = useLingui();
  const listing = useSyncExternalStore(list.subscribe, list.getSnapshot);
  const title = t`新力现场`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <EmberMark className={styles.mark} />
        <h1 className={styles.name}>{title}</h1>
        <p className={styles.line}>
          <Trans>聚是一团火，散作满天星</Trans>
        </p>
        <LocaleSwitch />
      </header>
      {listing.phase === 'shown' && listing.isStale && (
        <Banner tone="wait">
          <Trans>暂时连不上服务器，下面可能不是最新的。</Trans>
        </Banner>
      )}
      <main className={styles.main} aria-busy={listing.phase === 'loading'}>
        <Listing listing={listing} onRetry={list.refresh} />
      </main>
      <footer className={styles.footer}>
        <Definitions />
        <Trans>无需注册，打开就能评论、投票、送上掌声。</Trans>
      </footer>
    </div>
  );
}

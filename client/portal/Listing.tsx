import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { EventInfo } from '#shared/model/event.ts';
import { Button } from '../ui/parts/Button.tsx';
import { Hidden } from '../ui/parts/Hidden.tsx';
import { Sky } from '../ui/parts/Sky.tsx';
import { EmptyState, ErrorState } from '../ui/parts/States.tsx';
import { EventCard } from './EventCard.tsx';
import type { CountsOf, Listing as ListingState } from './event-list.ts';
import styles from './Listing.module.css';
import { ShareSheet } from './ShareSheet.tsx';
import { toProgramme } from './programme.ts';

type Props = { listing: ListingState; onRetry: () => Promise<void> };

export function Listing({ listing, onRetry }: Props) {
  if (listing.phase === 'loading') return <Loading />;
  if (listing.phase === 'failed') {
    const again = (
      <Button onClick={() => void onRetry()}>
        <Trans>再试一次</Trans>
      </Button>
    );
    return (
      <Blank>
        <ErrorState title={<Trans>节目单没有取到</Trans>} actions={again}>
          <Trans>可能是网络断了。连上后回到这里会自动更新。</Trans>
        </ErrorState>
      </Blank>
    );
  }
  return <Shown events={listing.events} counts={listing.counts} />;
}

function Shown({ events, counts }: { events: readonly EventInfo[]; counts: CountsOf }) {
  const { now, coming, past } = toProgramme(events);
  const [shared, setShared] = useState<EventInfo | null>(null);
  const rest = { counts, onShare: setShared };
  if (now.length + coming.length + past.length === 0) {
    return (
      <Blank>
        <EmptyState title={<Trans>还没有公布的活动</Trans>}>
          <Trans>活动公布后会出现在这里。已经有链接或二维码的，可以直接打开。</Trans>
        </EmptyState>
      </Blank>
    );
  }
  return (
    <>
      <Section title={<Trans>正在进行</Trans>} events={now} isLead {...rest} />
      <Section title={<Trans>即将开始</Trans>} events={coming} {...rest} />
      <Section title={<Trans>往期活动</Trans>} events={past} {...rest} />
      {shared && <ShareSheet event={shared} onClose={() => setShared(null)} />}
    </>
  );
}

type SectionProps = {
  title: ReactNode;
  events: readonly EventInfo[];
  counts: CountsOf;
  onShare: (event: EventInfo) => void;
  isLead?: boolean;
};

function Section({ title, events, counts, onShare, isLead = false }: SectionProps) {
  if (events.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={isLead ? styles.lead : styles.grid}>
        {events.map((event, index) => (
          <li key={event.slug}>
            <EventCard
              event={event}
              counts={counts[event.slug]}
              isLead={isLead}
              isEmber={isLead && index === 0}
              onShare={() => onShare(event)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** An empty sky, with what there is to say. */
const Blank = ({ children }: { children: ReactNode }) => (
  <div className={styles.blank}>
    <Sky seed="xinli" stars={90} isLive fire="low" />
    <div className={styles.said}>{children}</div>
  </div>
);

/** The shape of what is coming, quietly. */
function Loading() {
  const { t } = useLingui();
  return (
    <>
      <Hidden says>{t`正在取节目单…`}</Hidden>
      <div className={styles.bones} aria-hidden="true">
        <span className={styles.bone} />
        <span className={styles.bone} />
        <span className={styles.bone} />
      </div>
    </>
  );
}

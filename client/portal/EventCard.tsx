import { Trans, useLingui } from '@lingui/react/macro';
import type { EventInfo } from '#shared/model/event.ts';
import { cx } from '../ui/cx.ts';
import { useFormat } from '../ui/i18n/format.ts';
import { eventStatusWords } from '../ui/live/words.ts';
import type { ViewerCounts } from '#shared/model/gauges.ts';
import { Badge, LiveDot } from '../ui/parts/Badge.tsx';
import { IconButton } from '../ui/parts/Button.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { Sky } from '../ui/parts/Sky.tsx';
import styles from './EventCard.module.css';
import { Figures } from './Figures.tsx';

type Props = {
  event: EventInfo;
  counts: ViewerCounts | undefined;
  isLead: boolean;
  isEmber: boolean;
  onShare: () => void;
};

/** Lit while it is on. */
const FIRE = { live: 'full', scheduled: 'low', draft: 'out', ended: 'out' } as const;

/** One event: its picture or its own sky, its name, when, how many, and the door. The whole card is the door. */
export function EventCard({ event, counts, isLead, isEmber, onShare }: Props) {
  const { t } = useLingui();
  const isLive = event.status === 'live';
  return (
    <article className={cx(styles.card, isLead && styles.lead, event.status === 'ended' && styles.past)}>
      {event.picture ? (
        <img className={styles.picture} src={`/api/v1/photos/${event.picture}`} alt="" loading="lazy" />
      ) : (
        <Sky seed={event.slug} stars={isLead ? 110 : 50} isLive={isLive} fire={FIRE[event.status]} />
      )}
      <div className={styles.words}>
        <p className={styles.when}>
          <Badge tone={isLive ? 'live' : 'quiet'}>
            {isLive && <LiveDot />}
            {t(eventStatusWords[event.status])}
          </Badge>
          <Time event={event} />
        </p>
        <h3 className={styles.title} dir="auto">
          <a className={styles.link} href={`/e/${event.slug}`}>
            {event.title}
          </a>
        </h3>
        {event.summary && (
          <p className={styles.summary} dir="auto">
            {event.summary}
          </p>
        )}
        <Figures status={event.status} counts={counts} />
        <span className={cx(styles.door, isEmber && styles.ember)} aria-hidden="true">
          <Door status={event.status} />
        </span>
      </div>
      <div className={styles.share}>
        <IconButton label={t`分享：${event.title}`} aria-haspopup="dialog" onClick={onShare}>
          <Icon name="share" />
        </IconButton>
      </div>
    </article>
  );
}

function Time({ event }: { event: EventInfo }) {
  const format = useFormat();
  if (event.startsAt === null) return event.status === 'scheduled' ? <Trans>时间待定</Trans> : null;
  return <time dateTime={new Date(event.startsAt).toISOString()}>{format.dateTime(event.startsAt)}</time>;
}

function Door({ status }: { status: EventInfo['status'] }) {
  switch (status) {
    case 'live':
      return <Trans>进入现场</Trans>;
    case 'scheduled':
      return <Trans>先去看看</Trans>;
    default:
      return <Trans>回顾</Trans>;
  }
}

import { Plural, Trans } from '@lingui/react/macro';
import type { EventState } from '#shared/model/state.ts';
import { unreachable } from '#shared/rules/unreachable.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { useCountdown } from '../../ui/live/use-now.ts';
import styles from './Curtain.module.css';
import { Stars } from './Stars.tsx';

/** Where the picture would be: how long until it starts, what is on right now, or what it came to. */
export function Curtain() {
  const event = useEventState((state) => state.event);
  return (
    <div className={styles.curtain}>
      <Stars />
      <Message event={event} />
    </div>
  );
}

function Message({ event }: { event: EventState['event'] }) {
  switch (event.status) {
    case 'draft':
    case 'scheduled':
      return <Before startsAt={event.startsAt} title={event.title} />;
    case 'live':
      return <OnNow title={event.title} />;
    case 'ended':
      return <After />;
    default:
      return unreachable(event.status);
  }
}

function Before({ startsAt, title }: { startsAt: number | null; title: string }) {
  const format = useFormat();
  const seconds = useCountdown(startsAt);
  if (startsAt === null || !seconds) {
    return (
      <>
        <p className={styles.over}>{startsAt === null ? <Trans>敬请期待</Trans> : <Trans>即将开始</Trans>}</p>
        <p className={styles.headline}>{title}</p>
      </>
    );
  }
  return (
    <>
      <p className={styles.over}>
        <Trans>距离开始</Trans>
      </p>
      <p className={styles.number} role="timer">
        {seconds < 86_400 ? (
          format.duration(seconds)
        ) : (
          <Plural value={Math.floor(seconds / 86_400)} other="# 天" />
        )}
      </p>
      <p className={styles.under}>{format.dateTime(startsAt)}</p>
    </>
  );
}

function OnNow({ title }: { title: string }) {
  const now = useEventState(({ rundown }) => rundown.find((item) => item.status === 'live') ?? null);
  const next = useEventState(({ rundown }) => rundown.find((item) => item.status === 'planned') ?? null);
  return (
    <>
      <p className={styles.over}>{now ? <Trans>正在进行</Trans> : <Trans>现场进行中</Trans>}</p>
      <p className={styles.headline} dir="auto">
        {now?.title ?? title}
      </p>
      {next && (
        <p className={styles.under}>
          <Trans>接下来：{next.title}</Trans>
        </p>
      )}
    </>
  );
}

function After() {
  const format = useFormat();
  const viewers = useEventState(({ gauges }) => gauges.viewers);
  return (
    <>
      <p className={styles.over}>
        <Trans>现场已结束</Trans>
      </p>
      <p className={styles.headline}>
        <Trans>感谢每一位到场的人</Trans>
      </p>
      <p className={styles.under}>
        <Trans>
          观看人数 {format.count(viewers.unique)} · 参与人次 {format.count(viewers.participations)}
        </Trans>
      </p>
    </>
  );
}

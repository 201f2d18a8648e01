import { Plural, Trans } from '@lingui/react/macro';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { useCountdown } from '../../ui/live/use-now.ts';

/** In one line, where an event stands that is not on: how long until it begins, or that it is over. Nothing while it is. */
export function EventMoment() {
  const format = useFormat();
  const { status, startsAt } = useEventState((state) => state.event);
  const seconds = useCountdown(status === 'live' || status === 'ended' ? null : startsAt);
  if (status === 'live') return null;
  if (status === 'ended') return <Trans>现场已结束，感谢每一位到场的人</Trans>;
  if (startsAt === null) return <Trans>敬请期待</Trans>;
  if (!seconds) return <Trans>即将开始</Trans>;
  return (
    <>
      <Trans>距离开始</Trans>{' '}
      <strong role="timer">
        {seconds < 86_400 ? (
          format.duration(seconds)
        ) : (
          <Plural value={Math.floor(seconds / 86_400)} other="# 天" />
        )}
      </strong>{' '}
      · {format.dateTime(startsAt)}
    </>
  );
}

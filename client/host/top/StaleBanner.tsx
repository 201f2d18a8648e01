import { Trans } from '@lingui/react/macro';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Banner } from '../../ui/parts/Banner.tsx';

/** Says when the store is away: figures stand still then, and nothing new is taken until it is back. */
export function StaleBanner() {
  const format = useFormat();
  const since = useEventState(({ gauges }) => gauges.health?.staleSince ?? null);
  if (since === null) return null;
  return (
    <Banner tone="alert">
      <Trans>
        存储从 {format.time(since)}{' '}
        起没有应答：数字停在那时，评论和投票暂时收不进来。恢复后自动继续，已收下的不会丢。
      </Trans>
    </Banner>
  );
}

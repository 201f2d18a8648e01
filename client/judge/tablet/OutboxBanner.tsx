import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Contest } from '#shared/model/contest.ts';
import { COMMA } from '../../ui/desk/separators.ts';
import { ConnectionBanner } from '../../ui/live/ConnectionBanner.tsx';
import { useClientState } from '../../ui/live/client-context.ts';
import { Banner } from '../../ui/parts/Banner.tsx';
import { useOutboxState, useOwnItems } from '../outbox/outbox-context.ts';

/** What is saved here and not yet sent, and what waits for a decision. */
export function OutboxBanner({ contest }: { contest: Contest }) {
  const { t } = useLingui();
  const items = useOwnItems();
  const { keeps } = useOutboxState();
  const status = useClientState((state) => state.status);
  const troubled = items.filter(({ trouble }) => trouble !== null);
  const isAway = status !== 'live' && status !== 'stale';
  if (troubled.length > 0) {
    const names = troubled.map(
      ({ entryId }) => contest.contestants.find(({ id }) => id === entryId)?.name ?? '',
    );
    return (
      <Banner tone="alert">
        <Trans>{names.join(t(COMMA))}：你的分数还没有送达，需要你看一下。</Trans>
      </Banner>
    );
  }
  if (items.length > 0 && keeps === 'page') {
    return (
      <Banner tone="alert">
        <Trans>这个浏览器不允许保存。分数送达前，请不要关闭或刷新这一页。</Trans>
      </Banner>
    );
  }
  if (items.length > 0 && isAway) {
    return (
      <Banner tone="wait">
        <Plural
          value={items.length}
          other="没有网络。# 张评分已保存在这台设备上，还没有送达；恢复后会自动送出，你可以继续打分。"
        />
      </Banner>
    );
  }
  if (isAway) {
    return (
      <Banner tone="wait">
        <Trans>没有网络。你可以继续打分，每一步都会保存在这台设备上。</Trans>
      </Banner>
    );
  }
  return <ConnectionBanner />;
}

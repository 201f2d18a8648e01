import { Trans } from '@lingui/react/macro';
import { Banner } from '../parts/Banner.tsx';
import { useClientState } from './client-context.ts';

/** Says when what is shown may be out of date; silent while all is well, and for the first two seconds of a loss. */
export function ConnectionBanner() {
  const status = useClientState((state) => state.status);
  if (status === 'offline') {
    return (
      <Banner tone="alert">
        <Trans>没有网络。恢复后会自动回到现场。</Trans>
      </Banner>
    );
  }
  if (status === 'reconnecting') {
    return (
      <Banner tone="wait">
        <Trans>连接中断，正在重新连接…</Trans>
      </Banner>
    );
  }
  return null;
}

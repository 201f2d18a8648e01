import { Trans } from '@lingui/react/macro';
import { useClientState } from '../../ui/live/client-context.ts';
import { ErrorState } from '../../ui/parts/States.tsx';
import { Gate } from '../frame/Gate.tsx';
import styles from './Embed.module.css';

/** As at the page's own door, and one case more: the site around said who the viewer is, and it does not hold any more. */
export function EmbedGate({ hasToken }: { hasToken: boolean }) {
  const status = useClientState((state) => state.status);
  const refusal = useClientState((state) => state.refusal);
  if (hasToken && status === 'refused' && refusal?.code === 'FORBIDDEN') {
    return (
      <div className={styles.gate}>
        <ErrorState title={<Trans>你在本站的登录已过期</Trans>}>
          <Trans>请刷新整个页面，或重新登录本站，即可回到现场。</Trans>
        </ErrorState>
      </div>
    );
  }
  return (
    <div className={styles.gate}>
      <Gate status={status} refusal={refusal} />
    </div>
  );
}

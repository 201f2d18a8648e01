import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest } from '#shared/model/contest.ts';
import { storage } from '../../../sdk/index.ts';
import { useFormat } from '../../../ui/i18n/format.ts';
import { Button } from '../../../ui/parts/Button.tsx';
import { judgeName } from '../parts/names.ts';
import styles from './people.module.css';

/** When the newest refusal that was read came in; it stays read over a reload. */
const SEEN = 'xinli:host-refusal-seen';

/** A link that was used on a second device was refused; whoever sent it should know, and look. */
export function PairingAlerts({ contest }: { contest: Contest }) {
  const format = useFormat();
  const { refusedPairings } = contest.desk;
  const newest = refusedPairings[refusedPairings.length - 1];
  const [seen, setSeen] = useState(() => Number(storage.read(SEEN) ?? 0));
  const dismiss = (at: number): void => {
    storage.write(SEEN, String(at));
    setSeen(at);
  };
  if (!newest || newest.at <= seen) return <div />;
  const since = refusedPairings.filter(({ at }) => at > seen).length;
  return (
    <div role="alert" className={styles.refused}>
      <p>
        <Trans>
          {format.time(newest.at)}，{judgeName(contest, newest.judgeId)}{' '}
          的评委链接在第二台设备上打开，已被拒绝。若不是本人，请作废这条链接配对的设备并重新邀请。
        </Trans>
        {since > 1 && (
          <>
            {' '}
            <Trans>共 {since} 次。</Trans>
          </>
        )}
      </p>
      <Button size="small" onClick={() => dismiss(newest.at)}>
        <Trans>知道了</Trans>
      </Button>
    </div>
  );
}

import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useClient, useClientState } from '../../ui/live/client-context.ts';
import { refusalWords } from '../../ui/live/words.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { EmptyState } from '../../ui/parts/States.tsx';
import { useOutboxState } from '../outbox/outbox-context.ts';
import { Stop } from '../parts/Stop.tsx';
import { CodeForm } from './CodeForm.tsx';
import styles from './Seat.module.css';

/** What stands there instead of the tablet: connecting, revoked, refused. What was not sent is never lost by it. */
export function Gate() {
  const { t } = useLingui();
  const status = useClientState((state) => state.status);
  const code = useClientState((state) => state.refusal?.code ?? 'INTERNAL');
  if (status === 'closed') {
    return (
      <Stop title={<Trans>连接被服务器结束</Trans>} actions={<Again />}>
        <Trans>这台设备可能被停用，或者在太多页面上同时打开。</Trans>
        <Kept />
      </Stop>
    );
  }
  if (status === 'refused') {
    if (code === 'FORBIDDEN') {
      return (
        <Stop title={<Trans>这台设备不能再打分</Trans>} actions={<CodeForm />}>
          <Trans>主办方停用了它，或者它的钥匙已过期。请向主办方要一个新码。</Trans>
          <Kept />
        </Stop>
      );
    }
    if (code === 'UNSUPPORTED') {
      return (
        <Stop title={<Trans>页面已更新</Trans>} actions={<Reload />}>
          <Trans>刷新后继续，分数都在。</Trans>
        </Stop>
      );
    }
    return (
      <Stop
        title={code === 'NOT_FOUND' ? <Trans>没有找到这场活动</Trans> : <Trans>暂时打不开</Trans>}
        actions={<Again />}
      >
        {t(refusalWords[code])}
        <Kept />
      </Stop>
    );
  }
  return (
    <main>
      <EmptyState isPage title={<Trans>正在连接…</Trans>}>
        <span role="status">
          {status === 'offline' ? (
            <Trans>这台设备没有网络，连上后会自动继续。</Trans>
          ) : (
            <Trans>马上就好。</Trans>
          )}
        </span>
        <Kept />
      </EmptyState>
    </main>
  );
}

/** The key is in order, but not one for this table. */
export const WrongRole = () => (
  <Stop title={<Trans>这把钥匙不是评委席的钥匙</Trans>} actions={<CodeForm />}>
    <Trans>这一页给评委、评委主席、监督员和计时员用。</Trans>
  </Stop>
);

function Kept() {
  const { items } = useOutboxState();
  const count = Object.keys(items).length;
  if (count === 0) return null;
  return (
    <p className={styles.kept}>
      <Plural value={count} other="# 张未送达的评分仍保存在这台设备上。" />
    </p>
  );
}

function Again() {
  const client = useClient();
  return (
    <Button onClick={client.reconnect}>
      <Trans>再试一次</Trans>
    </Button>
  );
}

const Reload = () => (
  <Button onClick={() => window.location.reload()}>
    <Trans>刷新页面</Trans>
  </Button>
);

import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ErrorCode } from '#shared/protocol/errors.ts';
import { LocaleSwitch } from '../../ui/i18n/LocaleSwitch.tsx';
import { useClient, useClientState } from '../../ui/live/client-context.ts';
import { refusalWords } from '../../ui/live/words.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { EmptyState, ErrorState } from '../../ui/parts/States.tsx';
import { KeyForm } from './KeyForm.tsx';

/** What stands there instead of the console: connecting, refused, shown out. */
export function Door({ slug }: { slug: string }) {
  const status = useClientState((state) => state.status);
  const code = useClientState((state) => state.refusal?.code ?? 'INTERNAL');
  if (status === 'refused') return <Refused slug={slug} code={code} />;
  if (status === 'closed') {
    return (
      <Stop title={<Trans>连接被服务器结束</Trans>} actions={<Again />}>
        <Trans>同一把钥匙同时打开的页面太多时，最早的一页会让位。</Trans>
      </Stop>
    );
  }
  return (
    <main>
      <EmptyState isPage title={<Trans>正在连接导播台…</Trans>} actions={<LocaleSwitch />}>
        <span role="status">
          {status === 'offline' ? (
            <Trans>这台设备没有网络，连上后会自动继续。</Trans>
          ) : (
            <Trans>马上就好。</Trans>
          )}
        </span>
      </EmptyState>
    </main>
  );
}

function Refused({ slug, code }: { slug: string; code: ErrorCode }) {
  const { t } = useLingui();
  if (code === 'FORBIDDEN') {
    return (
      <Stop title={<Trans>这把钥匙不能用</Trans>} actions={<KeyForm slug={slug} />}>
        <Trans>它可能已过期，或属于另一场活动。请向主办方要一条新的主持链接。</Trans>
      </Stop>
    );
  }
  if (code === 'NOT_FOUND' || code === 'INVALID') {
    return (
      <Stop title={<Trans>没有找到这场活动</Trans>} actions={<Again />}>
        <Trans>请核对地址里的活动名：{slug}</Trans>
      </Stop>
    );
  }
  if (code === 'UNSUPPORTED') {
    const reload = (
      <Button onClick={() => window.location.reload()}>
        <Trans>刷新页面</Trans>
      </Button>
    );
    return (
      <Stop title={<Trans>页面已更新</Trans>} actions={reload}>
        <Trans>刷新后继续，现场不受影响。</Trans>
      </Stop>
    );
  }
  return (
    <Stop title={<Trans>暂时打不开导播台</Trans>} actions={<Again />}>
      {t(refusalWords[code])}
    </Stop>
  );
}

/** The key is in order, but not one for this desk. */
export function WrongRole({ slug }: { slug: string }) {
  return (
    <Stop title={<Trans>这把钥匙不是主持的钥匙</Trans>} actions={<KeyForm slug={slug} />}>
      <Trans>导播台给主持人和管理员用。请换一条主持链接。</Trans>
    </Stop>
  );
}

type StopProps = { title: ReactNode; actions: ReactNode; children: ReactNode };

const Stop = ({ title, actions, children }: StopProps) => (
  <main>
    <ErrorState
      isPage
      title={title}
      actions={
        <>
          {actions}
          <LocaleSwitch />
        </>
      }
    >
      {children}
    </ErrorState>
  </main>
);

function Again() {
  const client = useClient();
  return (
    <Button onClick={client.reconnect}>
      <Trans>再试一次</Trans>
    </Button>
  );
}

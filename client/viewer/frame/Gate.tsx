import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ErrorCode, Refusal } from '#shared/protocol/errors.ts';
import type { ConnectionStatus } from '../../sdk/index.ts';
import { useClient } from '../../ui/live/client-context.ts';
import { refusalWords } from '../../ui/live/words.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { EmptyState, ErrorState } from '../../ui/parts/States.tsx';
import { useIsLate } from './use-is-late.ts';

/** What stands at the door when one cannot go in: not there yet, not found, shown out, refused. */
export function Gate({ status, refusal }: { status: ConnectionStatus; refusal: Refusal | null }) {
  const client = useClient();
  const again = (
    <Button onClick={client.reconnect}>
      <Trans>再试一次</Trans>
    </Button>
  );
  if (status === 'closed') {
    return (
      <ErrorState isPage title={<Trans>你已离开现场</Trans>}>
        <Trans>管理员结束了你的连接。如有疑问，请联系主办方。</Trans>
      </ErrorState>
    );
  }
  if (status === 'refused') return <Refused code={refusal?.code ?? 'INTERNAL'} />;
  if (status === 'offline') {
    return (
      <EmptyState isPage title={<Trans>没有网络</Trans>} actions={again}>
        <Trans>连上网络后会自动进入现场。</Trans>
      </EmptyState>
    );
  }
  return <Entering again={again} />;
}

/** A join takes a second or two. When it does not end, something between here and the server is in its way. */
function Entering({ again }: { again: ReactNode }) {
  if (useIsLate(true)) {
    return (
      <ErrorState isPage title={<Trans>还没有连上现场</Trans>} actions={again}>
        <Trans>
          服务器可能正忙，或者这个网络挡住了实时连接。换一个网络（例如手机流量）通常就好；我们会一直尝试。
        </Trans>
      </ErrorState>
    );
  }
  return (
    <EmptyState isPage title={<Trans>正在进入现场…</Trans>}>
      <span role="status">
        <Trans>马上就好。</Trans>
      </span>
    </EmptyState>
  );
}

function Refused({ code }: { code: ErrorCode }) {
  const { t } = useLingui();
  const client = useClient();
  const again = (
    <Button onClick={client.reconnect}>
      <Trans>再试一次</Trans>
    </Button>
  );
  if (code === 'NOT_FOUND') {
    return (
      <ErrorState isPage title={<Trans>没有找到这场活动</Trans>} actions={again}>
        <Trans>链接可能不完整，或活动还没有公布。请核对链接，或扫描现场大屏上的二维码。</Trans>
      </ErrorState>
    );
  }
  if (code === 'UNSUPPORTED') {
    const reload = (
      <Button onClick={() => window.location.reload()}>
        <Trans>刷新页面</Trans>
      </Button>
    );
    return (
      <ErrorState isPage title={<Trans>页面已更新</Trans>} actions={reload}>
        <Trans>刷新后即可回到现场。</Trans>
      </ErrorState>
    );
  }
  return (
    <ErrorState isPage title={<Trans>暂时无法进入</Trans>} actions={again}>
      {t(refusalWords[code])}
    </ErrorState>
  );
}

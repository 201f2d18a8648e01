import { Trans, useLingui } from '@lingui/react/macro';
import { useClientState } from '../../ui/live/client-context.ts';
import { refusalWords } from '../../ui/live/words.ts';

/** The state of the line, for the operator's eyes. */
export function StatusLine() {
  const { t } = useLingui();
  const status = useClientState((state) => state.status);
  const code = useClientState((state) => state.refusal?.code ?? null);
  switch (status) {
    case 'live':
      return <Trans>连接正常</Trans>;
    case 'offline':
      return <Trans>这台机器没有网络，画面停在最后一刻</Trans>;
    case 'refused':
      return code === 'NOT_FOUND' ? (
        <Trans>没有找到这场活动，或它还没有公布；每 10 秒再试</Trans>
      ) : (
        <Trans>服务器没有接纳：{code ? t(refusalWords[code]) : ''}；每 10 秒再试</Trans>
      );
    case 'closed':
      return <Trans>连接被结束；每 10 秒再试</Trans>;
    default:
      return <Trans>正在连接，画面停在最后一刻</Trans>;
  }
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { Round } from '#shared/model/contest.ts';
import { useToast } from '../../../ui/parts/Toasts.tsx';
import { takeKey } from '../../key/host-key.ts';
import { Act } from '../../parts/Act.tsx';
import { download } from '../../top/download.ts';
import common from '../parts/common.module.css';

/** The certificate, the page to print, and tables. Anyone may recompute the certificate with `xinli verify`. */
export function ResultLinks({ round, slug }: { round: Round; slug: string }) {
  const { t } = useLingui();
  const say = useToast();
  const save = async (file: string): Promise<void> => {
    const path = `/api/v1/events/${slug}/rounds/${round.id}/${file}`;
    const isDone = await download(path, `${slug}-${round.id}-${file}`, takeKey(slug) ?? '');
    if (!isDone) say(t`没有取到，请稍后再试`, 'alert');
  };
  return (
    <div className={common.tight}>
      <div className={common.row}>
        <Act size="small" onPress={() => save('certificate.json')}>
          <Trans>下载成绩单（JSON，已签名）</Trans>
        </Act>
        <Act size="small" onPress={() => save('result.xlsx')}>
          <Trans>导出成绩、评分和票数（Excel）</Trans>
        </Act>
        <Act size="small" onPress={() => save('results.csv')}>
          <Trans>导出成绩（CSV）</Trans>
        </Act>
        <Act size="small" onPress={() => save('scores.csv')}>
          <Trans>导出评分（CSV）</Trans>
        </Act>
        <a
          className={common.link}
          href={`/e/${slug}?result=${encodeURIComponent(round.id)}`}
          target="_blank"
          rel="noreferrer"
        >
          <Trans>打开成绩页和评分表，可打印</Trans>
        </a>
      </div>
      <p className={common.note}>
        <Trans>成绩单里有规则、评分、票数和结果。任何人用 xinli verify 就能离线重算核对。</Trans>
      </p>
    </div>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/parts/Button.tsx';
import { Qr } from '../../ui/parts/Qr.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { forgetKey } from '../key/host-key.ts';
import { CopyLink } from '../parts/CopyLink.tsx';
import { Exports } from './Exports.tsx';
import styles from './LinksSheet.module.css';

const isLocal = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');

/** Where the audience goes, and where the wall is opened. */
export function LinksSheet({ slug, onClose }: { slug: string; onClose: () => void }) {
  const { t } = useLingui();
  const { origin, hostname } = window.location;
  const viewer = `${origin}/e/${slug}`;
  return (
    <Sheet title={<Trans>链接、二维码和导出</Trans>} onClose={onClose}>
      <div className={styles.body}>
        {isLocal(hostname) && (
          <p role="note" className={styles.warning}>
            <Trans>
              你是用 {hostname} 打开的，手机打不开这些链接。请用这台机器的局域网地址或域名打开导播台。
            </Trans>
          </p>
        )}
        <div className={styles.qr}>
          <Qr text={viewer} label={t`观众入口二维码：${viewer}`} />
        </div>
        <CopyLink title={t`观众`} url={viewer} />
        <CopyLink title={t`大屏`} url={`${origin}/stage/${slug}`} />
        <CopyLink title={t`大屏，透明底，叠在视频上`} url={`${origin}/stage/${slug}?bg=transparent`} />
        <p className={styles.note}>
          <Trans>主持链接等于钥匙，这里不显示。要请另一位主持，请向主办方要一条新的。</Trans>
        </p>
        <Exports slug={slug} />
        <Button size="small" tone="quiet" onClick={() => forgetKey(slug)}>
          <Trans>在这台设备上忘掉钥匙</Trans>
        </Button>
      </div>
    </Sheet>
  );
}

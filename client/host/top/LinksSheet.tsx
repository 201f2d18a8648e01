import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/parts/Button.tsx';
import { Qr } from '../../ui/parts/Qr.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { useToast } from '../../ui/parts/Toasts.tsx';
import { forgetKey } from '../key/host-key.ts';
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
        <Link title={t`观众`} url={viewer} />
        <Link title={t`大屏`} url={`${origin}/stage/${slug}`} />
        <Link title={t`大屏，透明底，叠在视频上`} url={`${origin}/stage/${slug}?bg=transparent`} />
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

function Link({ title, url }: { title: string; url: string }) {
  const { t } = useLingui();
  const say = useToast();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(url);
      say(t`已复制`);
    } catch {
      // Without a secure origin there is no clipboard; the link itself can be selected.
      say(t`浏览器不让复制，请长按或选中链接`, 'alert');
    }
  };
  return (
    <div className={styles.link}>
      <div className={styles.words}>
        <p className={styles.note}>{title}</p>
        <a className={styles.url} href={url} target="_blank" rel="noreferrer">
          {url}
        </a>
      </div>
      <Button size="small" aria-label={t`复制：${title}`} onClick={() => void copy()}>
        <Trans>复制</Trans>
      </Button>
    </div>
  );
}

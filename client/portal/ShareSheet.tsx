import { Trans, useLingui } from '@lingui/react/macro';
import type { EventInfo } from '#shared/model/event.ts';
import { Button } from '../ui/parts/Button.tsx';
import { Qr } from '../ui/parts/Qr.tsx';
import { Sheet } from '../ui/parts/Sheet.tsx';
import { useCopy } from '../ui/parts/use-copy.ts';
import styles from './ShareSheet.module.css';

/** The event for somebody else: a code to scan or keep, and its address. */
export function ShareSheet({ event, onClose }: { event: EventInfo; onClose: () => void }) {
  const { t } = useLingui();
  const url = `${window.location.origin}/e/${event.slug}`;
  const copy = useCopy();
  const send = async (): Promise<void> => {
    try {
      await navigator.share({ title: event.title, text: event.summary, url });
    } catch {
      // Closed without a choice: nothing happened, and nothing has to be said.
    }
  };
  return (
    <Sheet title={<Trans>分享</Trans>} onClose={onClose}>
      <div className={styles.body}>
        <p className={styles.title} dir="auto">
          {event.title}
        </p>
        <div className={styles.qr}>
          <Qr text={url} label={t`活动二维码：${url}`} />
        </div>
        <p className={styles.hint}>
          <Trans>扫码进入；在微信里长按可以识别或保存。</Trans>
        </p>
        <a className={styles.url} href={url}>
          {url}
        </a>
        <div className={styles.actions}>
          <Button tone="ember" onClick={() => void copy(url)}>
            <Trans>复制链接</Trans>
          </Button>
          {'share' in navigator && (
            <Button onClick={() => void send()}>
              <Trans>发给…</Trans>
            </Button>
          )}
        </div>
      </div>
    </Sheet>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { EventInfo } from '#shared/model/event.ts';
import { Button } from '../ui/parts/Button.tsx';
import { Qr } from '../ui/parts/Qr.tsx';
import { Sheet } from '../ui/parts/Sheet.tsx';
import { useToast } from '../ui/parts/Toasts.tsx';
import styles from './ShareSheet.module.css';

/** The event for somebody else: a code to scan or keep, and its address. */
export function ShareSheet({ event, onClose }: { event: EventInfo; onClose: () => void }) {
  const { t } = useLingui();
  const say = useToast();
  const url = `${window.location.origin}/e/${event.slug}`;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(url);
      say(t`已复制`);
    } catch {
      // Without a secure origin there is no clipboard; the link itself can be selected.
      say(t`浏览器不让复制，请长按或选中链接`, 'alert');
    }
  };
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
          <Button tone="ember" onClick={() => void copy()}>
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

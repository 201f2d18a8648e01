import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/parts/Button.tsx';
import { useToast } from '../../ui/parts/Toasts.tsx';
import styles from './CopyLink.module.css';

/** An address for people, and the button that copies it. */
export function CopyLink({ title, url }: { title: string; url: string }) {
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
        <p className={styles.title}>{title}</p>
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

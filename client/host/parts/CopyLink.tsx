import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/parts/Button.tsx';
import { useCopy } from '../../ui/parts/use-copy.ts';
import styles from './CopyLink.module.css';

/** An address for people, and the button that copies it. */
export function CopyLink({ title, url }: { title: string; url: string }) {
  const { t } = useLingui();
  const copy = useCopy();
  return (
    <div className={styles.link}>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <a className={styles.url} href={url} target="_blank" rel="noreferrer">
          {url}
        </a>
      </div>
      <Button size="small" aria-label={t`复制：${title}`} onClick={() => void copy(url)}>
        <Trans>复制</Trans>
      </Button>
    </div>
  );
}

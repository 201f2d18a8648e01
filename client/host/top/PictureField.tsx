import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { FilePick } from '../contest/parts/FilePick.tsx';
import { photoProblem, type PhotoProblem, sendPhoto } from '../contest/people/photos.ts';
import { takeKey } from '../key/host-key.ts';
import styles from './SettingsSheet.module.css';

type Props = { slug: string; picture: string | null; onChange: (picture: string | null) => void };

/** What stands for the event on the portal and in shared links; without one, a shipped picture. */
export function PictureField({ slug, picture, onChange }: Props) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<PhotoProblem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const words: Record<PhotoProblem, string> = {
    kind: t`只收 JPEG、PNG 或 WebP 图片`,
    size: t`图片不能超过 2 MB`,
    network: t`没有传上去，请稍后再试`,
  };
  const send = async (file: File): Promise<void> => {
    const wrong = photoProblem(file);
    setProblem(wrong);
    if (wrong !== null) return;
    setIsBusy(true);
    const answer = await sendPhoto(slug, takeKey(slug) ?? '', file);
    setIsBusy(false);
    if ('photo' in answer) onChange(answer.photo);
    else setProblem(answer.problem);
  };
  return (
    <div className={styles.pictureField}>
      <p className={styles.label}>
        <Trans>封面：门户和分享链接里的图片，建议 1200 × 630，2 MB 以内</Trans>
      </p>
      <img
        className={styles.picture}
        src={picture === null ? '/share.jpg' : `/api/v1/photos/${picture}`}
        alt={t`封面`}
      />
      <div className={styles.actions}>
        <FilePick
          label={t`封面`}
          accept="image/jpeg,image/png,image/webp"
          disabled={isBusy}
          onPick={(file) => void send(file)}
        >
          {picture === null ? <Trans>选图片</Trans> : <Trans>换一张</Trans>}
        </FilePick>
        {picture !== null && (
          <Button size="small" tone="quiet" onClick={() => onChange(null)}>
            <Trans>用默认封面</Trans>
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" className={styles.problem}>
          {words[problem]}
        </p>
      )}
    </div>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/parts/Button.tsx';
import { takeKey } from '../../key/host-key.ts';
import common from '../parts/common.module.css';
import { FilePick } from '../parts/FilePick.tsx';
import styles from './people.module.css';
import { Photo } from './Photo.tsx';
import { photoProblem, type PhotoProblem, sendPhoto } from './photos.ts';

type Props = {
  slug: string;
  name: string;
  photo: string | null;
  onChange: (photo: string | null) => void;
};

/** JPEG, PNG or WebP up to 2 MB; the server looks at what is in it. */
export function PhotoField({ slug, name, photo, onChange }: Props) {
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
    <div className={styles.who}>
      <Photo name={name} hash={photo} isLarge />
      <div className={common.tight}>
        <p className={common.note}>
          <Trans>照片：JPEG、PNG 或 WebP，2 MB 以内</Trans>
        </p>
        <div className={common.row}>
          <FilePick
            label={t`照片`}
            accept="image/jpeg,image/png,image/webp"
            disabled={isBusy}
            onPick={(file) => void send(file)}
          >
            {photo === null ? <Trans>选照片</Trans> : <Trans>换一张</Trans>}
          </FilePick>
          {photo !== null && (
            <Button size="small" tone="quiet" onClick={() => onChange(null)}>
              <Trans>去掉照片</Trans>
            </Button>
          )}
        </div>
        {problem && (
          <p role="alert" className={common.problem}>
            {words[problem]}
          </p>
        )}
      </div>
    </div>
  );
}

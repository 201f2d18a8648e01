import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/parts/Button.tsx';
import { FilePick } from '../contest/parts/FilePick.tsx';
import { PHOTO_KINDS, usePhotoUpload } from '../contest/people/use-photo-upload.ts';
import styles from './SettingsSheet.module.css';

type Props = { slug: string; picture: string | null; onChange: (picture: string | null) => void };

/** What stands for the event on the portal and in shared links; without one, a shipped picture. */
export function PictureField({ slug, picture, onChange }: Props) {
  const { t } = useLingui();
  const { problem, isBusy, send } = usePhotoUpload(slug, onChange);
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
        <FilePick label={t`封面`} accept={PHOTO_KINDS} disabled={isBusy} onPick={(file) => void send(file)}>
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
          {problem}
        </p>
      )}
    </div>
  );
}

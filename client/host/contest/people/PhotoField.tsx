import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../../ui/parts/Button.tsx';
import common from '../parts/common.module.css';
import { FilePick } from '../parts/FilePick.tsx';
import styles from './people.module.css';
import { Photo } from './Photo.tsx';
import { PHOTO_KINDS, usePhotoUpload } from './use-photo-upload.ts';

type Props = {
  slug: string;
  name: string;
  photo: string | null;
  onChange: (photo: string | null) => void;
};

/** JPEG, PNG or WebP up to 2 MB; the server looks at what is in it. */
export function PhotoField({ slug, name, photo, onChange }: Props) {
  const { t } = useLingui();
  const { problem, isBusy, send } = usePhotoUpload(slug, onChange);
  return (
    <div className={styles.who}>
      <Photo name={name} hash={photo} isLarge />
      <div className={common.tight}>
        <p className={common.note}>
          <Trans>照片：JPEG、PNG 或 WebP，2 MB 以内</Trans>
        </p>
        <div className={common.row}>
          <FilePick label={t`照片`} accept={PHOTO_KINDS} disabled={isBusy} onPick={(file) => void send(file)}>
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
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}

import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { takeKey } from '../../key/host-key.ts';
import { photoProblem, type PhotoProblem, sendPhoto } from './photos.ts';

/** What a person may pick as a picture; the server looks at what is in it. */
export const PHOTO_KINDS = 'image/jpeg,image/png,image/webp';

type Upload = {
  /** Why the last picture was not taken, in words. */
  problem: string | null;
  isBusy: boolean;
  send(file: File): Promise<void>;
};

/** Uploads a picked picture and hands on its hash. */
export function usePhotoUpload(slug: string, onSent: (photo: string) => void): Upload {
  const { t } = useLingui();
  const [problem, setProblem] = useState<PhotoProblem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const words: Record<PhotoProblem, string> = {
    kind: t`只收 JPEG、PNG 或 WebP 图片`,
    size: t`图片不能超过 2 MB`,
    network: t`没有传上去，请稍后再试`,
  };
  return {
    problem: problem && words[problem],
    isBusy,
    async send(file) {
      const wrong = photoProblem(file);
      setProblem(wrong);
      if (wrong !== null) return;
      setIsBusy(true);
      const answer = await sendPhoto(slug, takeKey(slug) ?? '', file);
      setIsBusy(false);
      if ('photo' in answer) onSent(answer.photo);
      else setProblem(answer.problem);
    },
  };
}

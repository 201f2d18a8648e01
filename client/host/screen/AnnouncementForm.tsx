import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import { Field } from '../../ui/parts/Field.tsx';
import { Act } from '../parts/Act.tsx';
import { TextArea } from '../parts/TextArea.tsx';
import { useRun } from '../use-run.ts';
import styles from './ScreenPanel.module.css';

export function AnnouncementForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const run = useRun();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const take = async (): Promise<void> => {
    const request = { scene: 'announcement', title: title.trim(), text: text.trim() } as const;
    if ((await run('stage:take', request)) !== null) onDone();
  };
  return (
    <div className={styles.form}>
      <Field
        label={t`公告标题，可以不写`}
        value={title}
        maxLength={LIMITS.titleLength}
        onChange={({ target }) => setTitle(target.value)}
      />
      <TextArea
        label={t`公告内容`}
        rows={3}
        value={text}
        maxLength={LIMITS.announcementLength}
        onChange={({ target }) => setText(target.value)}
        note={t`${text.length} / ${LIMITS.announcementLength}，字越少越大`}
      />
      <Act disabled={text.trim() === ''} onPress={take}>
        <Trans>公告上大屏</Trans>
      </Act>
    </div>
  );
}

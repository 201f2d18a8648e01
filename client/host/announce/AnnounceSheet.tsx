import { Trans, useLingui } from '@lingui/react/macro';
import { LIMITS } from '#shared/limits.ts';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { useToast } from '../../ui/parts/Toasts.tsx';
import { Toggle } from '../../ui/parts/Toggle.tsx';
import { Act } from '../parts/Act.tsx';
import { TextArea } from '../parts/TextArea.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useRun } from '../use-run.ts';
import styles from './Announce.module.css';

type Draft = { text: string; onStage: boolean };

/** A word to every viewer, on the stage as well if wanted. */
export function AnnounceSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const run = useRun();
  const say = useToast();
  const [draft, setDraft, clearDraft] = useDraft<Draft>('announcement', { text: '', onStage: false });
  const text = draft.text.trim();
  const send = async (): Promise<void> => {
    if ((await run('announcement:make', { text })) === null) return;
    if (draft.onStage) await run('stage:take', { scene: 'announcement', title: '', text });
    say(t`公告已发给所有观众`);
    clearDraft();
    onClose();
  };
  return (
    <Sheet title={<Trans>给观众的公告</Trans>} onClose={onClose}>
      <div className={styles.form}>
        <TextArea
          label={t`公告内容`}
          rows={3}
          value={draft.text}
          maxLength={LIMITS.announcementLength}
          onChange={({ target }) => setDraft({ ...draft, text: target.value })}
          note={t`${draft.text.length} / ${LIMITS.announcementLength}。显示在观众页面最上方，直到撤下。`}
        />
        <Toggle isOn={draft.onStage} onChange={(onStage) => setDraft({ ...draft, onStage })}>
          <Trans>同时上大屏</Trans>
        </Toggle>
        <Act isWide disabled={text === ''} onPress={send}>
          <Trans>发给所有观众</Trans>
        </Act>
      </div>
    </Sheet>
  );
}

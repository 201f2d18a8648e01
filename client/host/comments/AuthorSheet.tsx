import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Author, Mute } from '#shared/model/comment.ts';
import { useToast } from '../../ui/parts/Toasts.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { Toggle } from '../../ui/parts/Toggle.tsx';
import { useKeys } from '../../ui/parts/use-keys.ts';
import { Act } from '../parts/Act.tsx';
import { useUndo } from '../parts/undo.ts';
import { useRun } from '../use-run.ts';
import styles from './AuthorSheet.module.css';
import { MUTE_SECONDS, muteWords } from './mute-words.ts';

/** What can be done about whoever wrote a comment. */
export function AuthorSheet({ author, onClose }: { author: Author; onClose: () => void }) {
  const { t } = useLingui();
  const run = useRun();
  const say = useToast();
  const offer = useUndo();
  const [kind, setKind] = useState<Mute['kind']>('muted');
  const mute = async (seconds: number): Promise<void> => {
    const done = await run('viewer:mute', { viewerId: author.id, seconds, kind, name: author.name });
    if (done === null) return;
    const undo = () => run('viewer:unmute', { viewerId: author.id });
    offer({ key: `mute ${author.id}`, words: t`已禁言：${author.name}`, undo });
    onClose();
  };
  useKeys(({ key, ctrlKey, metaKey, altKey }) => {
    const seconds = MUTE_SECONDS[Number(key) - 1];
    if (seconds !== undefined && !ctrlKey && !metaKey && !altKey) void mute(seconds);
  });
  const kick = async (): Promise<void> => {
    if ((await run('viewer:kick', { viewerId: author.id })) === null) return;
    say(t`已请出：${author.name}`);
    onClose();
  };
  return (
    <Sheet title={author.name || author.id} onClose={onClose}>
      <div className={styles.body}>
        <section>
          <h3 className={styles.title}>
            <Trans>禁言</Trans>
          </h3>
          <Toggle isOn={kind === 'selfOnly'} onChange={(isOn) => setKind(isOn ? 'selfOnly' : 'muted')}>
            <Trans>不告知本人（他仍能发，只有他自己看得见）</Trans>
          </Toggle>
          <div className={styles.times}>
            {MUTE_SECONDS.map((seconds, index) => (
              <Act key={seconds} onPress={() => mute(seconds)} aria-keyshortcuts={String(index + 1)}>
                <kbd className={styles.cap}>{index + 1}</kbd> {t(muteWords[seconds])}
              </Act>
            ))}
          </div>
        </section>
        <section>
          <h3 className={styles.title}>
            <Trans>请出现场</Trans>
          </h3>
          <p className={styles.note}>
            <Trans>断开他的所有连接。他还可以再进来；要他安静，请用禁言。</Trans>
          </p>
          <Act tone="danger" onPress={kick}>
            <Trans>请出现场</Trans>
          </Act>
        </section>
      </div>
    </Sheet>
  );
}

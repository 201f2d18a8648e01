import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { useToast } from '../../ui/parts/Toasts.tsx';
import { Act } from '../parts/Act.tsx';
import { TextArea } from '../parts/TextArea.tsx';
import { useRun } from '../use-run.ts';
import { fitsOneMessage, parseWords } from './words-text.ts';
import styles from './WordsEditor.module.css';

/** The word list, as text: one word per line. What is written here stays here until it is saved. */
export function WordsEditor() {
  const { t } = useLingui();
  const run = useRun();
  const say = useToast();
  const saved = useEventState(({ desk }) => desk.words);
  const [draft, setDraft] = useState<{ block: string; allow: string; base: typeof saved } | null>(null);
  const block = draft?.block ?? saved.block.join('\n');
  const allow = draft?.allow ?? saved.allow.join('\n');
  const blocked = parseWords(block);
  const allowed = parseWords(allow);
  const input = { block: blocked.words, allow: allowed.words };
  const tooLong = [...blocked.tooLong, ...allowed.tooLong];
  const isTooMuch = !fitsOneMessage(input);
  const edit = (fields: { block: string } | { allow: string }): void =>
    setDraft({ block, allow, base: draft?.base ?? saved, ...fields });
  const save = async (): Promise<void> => {
    if ((await run('words:set', input)) === null) return;
    setDraft(null);
    say(t`词表已保存`);
  };
  return (
    <div className={styles.editor}>
      <p className={styles.note}>
        <Trans>碰到拦截词的评论进入待审，不会直接丢弃。大小写、全角、繁简和夹在中间的符号都会识别。</Trans>
      </p>
      <TextArea
        label={t`拦截词，一行一个`}
        rows={8}
        value={block}
        spellCheck={false}
        onChange={({ target }) => edit({ block: target.value })}
        note={t`${blocked.words.length} 个词`}
      />
      <TextArea
        label={t`放行词：包含拦截词、但没有问题的长词`}
        rows={5}
        value={allow}
        spellCheck={false}
        onChange={({ target }) => edit({ allow: target.value })}
        note={t`${allowed.words.length} 个词`}
      />
      {tooLong.length > 0 && (
        <p role="alert" className={styles.problem}>
          <Trans>
            超过 {LIMITS.wordLength} 个字的词存不下，会被去掉：{tooLong.slice(0, 3).join('、')}
          </Trans>
        </p>
      )}
      {isTooMuch && (
        <p role="alert" className={styles.problem}>
          <Trans>词表太大，一次存不下。请分到最要紧的几千个字之内。</Trans>
        </p>
      )}
      {draft && draft.base !== saved && (
        <p role="status" className={styles.problem}>
          <Trans>词表刚被另一位主持改过。保存会以这里的内容为准；放弃可看到新的。</Trans>
        </p>
      )}
      <div className={styles.actions}>
        <Button tone="quiet" disabled={draft === null} onClick={() => setDraft(null)}>
          <Trans>放弃修改</Trans>
        </Button>
        <Act disabled={draft === null || isTooMuch} onPress={save}>
          <Trans>保存词表</Trans>
        </Act>
      </div>
    </div>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import type { WordList } from '#shared/model/event.ts';
import { COMMA } from '../../ui/desk/separators.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { useToast } from '../../ui/parts/Toasts.tsx';
import { Act } from '../parts/Act.tsx';
import { TextArea } from '../parts/TextArea.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useRun } from '../use-run.ts';
import { changesOf, parseWords } from './words-text.ts';
import styles from './WordsEditor.module.css';
import { WordsImport } from './WordsImport.tsx';
import { WordsTest } from './WordsTest.tsx';
import { WordsTrial } from './WordsTrial.tsx';

type Texts = Record<keyof WordList, string>;

/** The word lists, as text: one word per line. What is written here stays here until it is saved. */
export function WordsEditor() {
  const { t } = useLingui();
  const run = useRun();
  const say = useToast();
  const saved = useEventState(({ desk }) => desk.words);
  const [draft, setDraft, clearDraft] = useDraft<Texts | null>('words', null);
  const [isSaving, setIsSaving] = useState(false);
  const texts: Texts = draft ?? textsOf(saved);
  const [block, allow, names] = [parseWords(texts.block), parseWords(texts.allow), parseWords(texts.names)];
  const tooLong = [...block.tooLong, ...allow.tooLong, ...names.tooLong];
  const wanted = { block: block.words, allow: allow.words, names: names.words };
  const edit = (fields: Partial<Texts>): void => setDraft({ ...texts, ...fields });
  const save = async (): Promise<void> => {
    setIsSaving(true);
    for (const change of changesOf(saved, wanted)) {
      if ((await run('words:change', change)) === null) return setIsSaving(false);
    }
    setIsSaving(false);
    clearDraft();
    say(t`词表已保存`);
  };
  return (
    <div className={styles.editor}>
      <p className={styles.note}>
        <Trans>碰到拦截词的评论进入待审，不会直接丢弃。大小写、全角、繁简和夹在中间的符号都会识别。</Trans>
      </p>
      <WordsTest />
      <TextArea
        label={t`拦截词，一行一个；昵称也按它检查`}
        rows={8}
        value={texts.block}
        spellCheck={false}
        onChange={({ target }) => edit({ block: target.value })}
        note={t`${block.words.length} 个词`}
      />
      <WordsImport onWords={(words) => edit({ block: [texts.block, ...words].join('\n').trim() })} />
      <TextArea
        label={t`昵称里另外不能有的词`}
        rows={3}
        value={texts.names}
        spellCheck={false}
        onChange={({ target }) => edit({ names: target.value })}
        note={t`${names.words.length} 个词`}
      />
      <TextArea
        label={t`放行词：包含拦截词、但没有问题的长词`}
        rows={4}
        value={texts.allow}
        spellCheck={false}
        onChange={({ target }) => edit({ allow: target.value })}
        note={t`${allow.words.length} 个词`}
      />
      {tooLong.length > 0 && (
        <p role="alert" className={styles.problem}>
          <Trans>
            超过 {LIMITS.wordLength} 个字的词存不下，会被去掉：{tooLong.slice(0, 3).join(t(COMMA))}
          </Trans>
        </p>
      )}
      {draft !== null && <WordsTrial saved={saved} wanted={wanted} />}
      <div className={styles.actions}>
        <Button tone="quiet" disabled={draft === null || isSaving} onClick={clearDraft}>
          <Trans>放弃修改</Trans>
        </Button>
        <Act disabled={draft === null || isSaving} onPress={save}>
          <Trans>保存词表</Trans>
        </Act>
      </div>
    </div>
  );
}

const textsOf = ({ block, allow, names }: WordList): Texts => ({
  block: block.join('\n'),
  allow: allow.join('\n'),
  names: names.join('\n'),
});

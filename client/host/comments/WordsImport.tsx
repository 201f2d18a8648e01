import { Trans, useLingui } from '@lingui/react/macro';
import { type ChangeEvent, useRef } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { useToast } from '../../ui/parts/Toasts.tsx';
import { parseWords } from './words-text.ts';
import styles from './WordsEditor.module.css';

/** Far more than a list may hold. */
const MAX_BYTES = 2_000_000;

/** A list from a file, or from the first columns of a spreadsheet pasted into the field above. */
export function WordsImport({ onWords }: { onWords: (words: string[]) => void }) {
  const { t } = useLingui();
  const say = useToast();
  const input = useRef<HTMLInputElement>(null);
  const read = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = target.files ?? [];
    if (!file) return;
    if (file.size > MAX_BYTES) say(t`这个文件太大了`, 'alert');
    else {
      const { words } = parseWords(await file.text());
      onWords(words);
      say(t`读到 ${words.length} 个词，检查后保存`);
    }
    target.value = '';
  };
  return (
    <div className={styles.import}>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        hidden
        onChange={(event) => void read(event)}
      />
      <Button size="small" onClick={() => input.current?.click()}>
        <Trans>从文件导入（CSV、TXT）</Trans>
      </Button>
      <span className={styles.note}>
        <Trans>也可以从 Excel 复制一列，直接粘贴到上面</Trans>
      </span>
    </div>
  );
}

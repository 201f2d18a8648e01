import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import type { Refusal } from '#shared/protocol/errors.ts';
import { useClient } from '../../../ui/live/client-context.ts';
import { Button } from '../../../ui/parts/Button.tsx';
import { Sheet } from '../../../ui/parts/Sheet.tsx';
import { useToast } from '../../../ui/parts/Toasts.tsx';
import { Act } from '../../parts/Act.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import common from '../parts/common.module.css';
import { FilePick } from '../parts/FilePick.tsx';
import { refusalWords, refusedLine } from '../parts/refusals.ts';
import styles from './people.module.css';
import { lineOf, readTableFile, tableBytes } from './table-text.ts';

type Props = { of: 'contestant' | 'judge'; onClose: () => void };

/** A list from a spreadsheet: all of it, or with the line that is wrong, none. */
export function ImportSheet({ of, onClose }: Props) {
  const { t } = useLingui();
  const client = useClient();
  const say = useToast();
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const change = (next: string): void => {
    setText(next);
    setRefusal(null);
  };
  const isTooLong = tableBytes(text) > LIMITS.messageBytes - 1_024;
  const send = async (): Promise<void> => {
    const ack = await client.execute(of === 'judge' ? 'judge:import' : 'contestant:import', { text });
    if (!ack.ok) {
      setRefusal(ack.error);
      return;
    }
    const count = 'judges' in ack.data ? ack.data.judges.length : ack.data.contestants.length;
    say(t`已导入 ${count} 位`);
    onClose();
  };
  const open = async (file: File): Promise<void> => change(await readTableFile(file));
  const line = refusal && refusedLine(refusal.message);
  return (
    <Sheet title={of === 'judge' ? <Trans>导入评委</Trans> : <Trans>导入选手</Trans>} onClose={onClose}>
      <div className={common.stack}>
        <TextArea
          label={t`从表格里复制，或粘贴 CSV`}
          rows={8}
          value={text}
          spellCheck={false}
          placeholder={
            of === 'judge' ? t`姓名,单位\n王老师,市教育局` : t`姓名,单位,简介\n张三,第一中学,高二学生`
          }
          onChange={({ target }) => change(target.value)}
          note={
            of === 'judge' ? (
              <Trans>第一行是列名：姓名、单位。</Trans>
            ) : (
              <Trans>第一行是列名：姓名、单位、简介，次序不限。</Trans>
            )
          }
        />
        <div className={common.row}>
          <FilePick label={t`CSV 文件`} accept=".csv,.tsv,.txt,text/csv" onPick={(file) => void open(file)}>
            <Trans>或选一个 CSV 文件</Trans>
          </FilePick>
        </div>
        {isTooLong && (
          <p role="alert" className={common.problem}>
            <Trans>一次放不下这么多，请分成两份导入。</Trans>
          </p>
        )}
        {refusal && (
          <div role="alert" className={common.tight}>
            <p className={common.problem}>
              {t(refusalWords(refusal))}
              <Trans>。一行也没有导入，改好后再试。</Trans>
            </p>
            {line !== null && lineOf(text, line) && <p className={styles.mono}>{lineOf(text, line)}</p>}
          </div>
        )}
        <div className={common.end}>
          <Button tone="quiet" onClick={onClose}>
            <Trans>取消</Trans>
          </Button>
          <Act disabled={text.trim() === '' || isTooLong} onPress={send}>
            <Trans>导入</Trans>
          </Act>
        </div>
      </div>
    </Sheet>
  );
}

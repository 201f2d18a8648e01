import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Act } from '../parts/Act.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { useOutbox } from '../outbox/outbox-context.ts';
import { Choice } from '../parts/Choice.tsx';
import { ReasonField } from '../parts/ReasonField.tsx';
import { useRun } from '../parts/use-run.ts';
import styles from '../parts/form.module.css';
import type { EntryView } from './use-cards.ts';

type Way = 'score:recuse' | 'score:abstain';

/** SC-4: no score for this entry, and why; the two ways are different and both are on record. */
export function StepAside({ entry, onClose }: { entry: EntryView; onClose: () => void }) {
  const { t } = useLingui();
  const run = useRun();
  const outbox = useOutbox();
  const [way, setWay] = useState<Way>('score:recuse');
  const [reason, setReason] = useState('');
  const { key, contestant, place } = entry;
  const leave = async (): Promise<void> => {
    const done = await run(way, { roundId: key.roundId, entryId: key.entryId, reason });
    if (done === null) return;
    outbox.drop(key);
    onClose();
  };
  return (
    <Sheet
      title={
        <Trans>
          不给 {place} 号 {contestant?.name} 打分
        </Trans>
      }
      onClose={onClose}
    >
      <div className={styles.form}>
        <Choice<Way>
          label={t`方式`}
          chosen={way}
          onChange={setWay}
          options={[
            { value: 'score:recuse', label: t`回避`, hint: t`有利害关系：亲友、师生、同单位` },
            { value: 'score:abstain', label: t`弃权`, hint: t`其他原因：没有看到表演、临时离席` },
          ]}
        />
        <ReasonField value={reason} onChange={setReason} />
        <p className={styles.note}>
          <Trans>提交后这张评分不计入；要恢复，请找监督员或评委主席。</Trans>
        </p>
        <div className={styles.actions}>
          <Button onClick={onClose}>
            <Trans>返回打分</Trans>
          </Button>
          <Act disabled={reason.trim() === ''} tone="danger" onPress={leave}>
            {way === 'score:recuse' ? <Trans>确认回避</Trans> : <Trans>确认弃权</Trans>}
          </Act>
        </div>
      </div>
    </Sheet>
  );
}

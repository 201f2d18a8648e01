import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { ContestantId } from '#shared/model/ids.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Field } from '../../ui/parts/Field.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { Act } from '../parts/Act.tsx';
import styles from '../parts/form.module.css';
import { ReasonField } from '../parts/ReasonField.tsx';
import { useRun } from '../parts/use-run.ts';
import { readTime, showTime } from './lights.ts';

type Props = { contest: Contest; round: Round; entryId: ContestantId; onClose: () => void };

/** SC-9: another time than the clock's, with the reason; empty is no time at all. */
export function Correct({ contest, round, entryId, onClose }: Props) {
  const { t } = useLingui();
  const run = useRun();
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const elapsedMs = text.trim() === '' ? null : readTime(text);
  const isWrong = text.trim() !== '' && elapsedMs === null;
  const name = contest.contestants.find(({ id }) => id === entryId)?.name;
  const save = async (): Promise<void> => {
    const done = await run('timer:correct', { roundId: round.id, entryId, elapsedMs, reason });
    if (done !== null) onClose();
  };
  return (
    <Sheet title={<Trans>更正用时：{name}</Trans>} onClose={onClose}>
      <div className={styles.form}>
        <Field
          label={t`用时（分:秒）`}
          inputMode="decimal"
          value={text}
          placeholder="8:04.3"
          onChange={({ target }) => setText(target.value)}
          hint={elapsedMs === null ? <Trans>留空表示没有用时记录</Trans> : showTime(elapsedMs)}
          problem={isWrong && <Trans>写成 8:04.3 或 484 秒</Trans>}
        />
        <ReasonField value={reason} onChange={setReason} />
        <div className={styles.actions}>
          <Button onClick={onClose}>
            <Trans>先不</Trans>
          </Button>
          <Act tone="danger" disabled={isWrong || reason.trim() === ''} onPress={save}>
            <Trans>更正</Trans>
          </Act>
        </div>
      </div>
    </Sheet>
  );
}

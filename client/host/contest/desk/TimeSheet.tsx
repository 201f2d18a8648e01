import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import { LIMITS } from '#shared/limits.ts';
import { Field } from '../../../ui/parts/Field.tsx';
import { Sheet } from '../../../ui/parts/Sheet.tsx';
import { Act } from '../../parts/Act.tsx';
import { Select } from '../../parts/Select.tsx';
import common from '../parts/common.module.css';
import { contestantName } from '../parts/names.ts';
import { useDo } from '../parts/use-do.ts';
import { readTime } from './watch.ts';

type EntryId = Round['entries'][number]['id'];
type Props = { contest: Contest; round: Round; entryId: EntryId | null; onClose: () => void };

/** Puts a time right, with a reason that stays on record. */
export function TimeSheet({ contest, round, entryId, onClose }: Props) {
  const { t } = useLingui();
  const act = useDo();
  const [chosen, setChosen] = useState(entryId ?? round.entries[0]?.id ?? null);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const isNone = text.trim() === '';
  const elapsed = readTime(text);
  const save = async (): Promise<void> => {
    if (chosen === null) return;
    const done = await act(
      'timer:correct',
      { roundId: round.id, entryId: chosen, elapsedMs: isNone ? null : elapsed, reason: reason.trim() },
      t`用时已更正`,
    );
    if (done !== null) onClose();
  };
  return (
    <Sheet title={<Trans>更正用时</Trans>} onClose={onClose}>
      <div className={common.stack}>
        <Select
          label={t`选手`}
          value={chosen ?? ''}
          options={round.entries.map(({ id }) => ({ value: id, label: contestantName(contest, id) }))}
          onChange={(id) => setChosen(id === '' ? null : id)}
        />
        <Field
          label={t`用时（分:秒）`}
          value={text}
          inputMode="decimal"
          placeholder="8:03"
          onChange={({ target }) => setText(target.value)}
          problem={!isNone && elapsed === null && <Trans>写成 8:03 这样，或只写秒数</Trans>}
          hint={<Trans>留空：这位选手没有用时，不扣分</Trans>}
        />
        <Field
          label={t`理由（记入日志）`}
          value={reason}
          maxLength={LIMITS.reasonLength}
          onChange={({ target }) => setReason(target.value)}
        />
        <Act
          disabled={reason.trim() === '' || (!isNone && elapsed === null) || chosen === null}
          onPress={save}
        >
          <Trans>更正</Trans>
        </Act>
      </div>
    </Sheet>
  );
}

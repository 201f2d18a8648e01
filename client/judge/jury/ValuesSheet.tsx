import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Round } from '#shared/model/contest.ts';
import type { Values } from '#shared/model/scorecard.ts';
import { problemWith, sameValues } from '#shared/rules/contest/values.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { showTotal } from '../grid/show-total.ts';
import { CriterionControl } from '../grid/CriterionControl.tsx';
import { Act } from '../parts/Act.tsx';
import styles from '../parts/form.module.css';
import { ReasonField } from '../parts/ReasonField.tsx';

type Props = {
  round: Round;
  title: ReactNode;
  values: Values;
  hasReason: boolean;
  onSubmit: (values: Values, reason: string) => Promise<unknown>;
  onClose: () => void;
};

/** A whole card entered at the bench: from paper, or as an amendment. */
export function ValuesSheet({ round, title, values: before, hasReason, onSubmit, onClose }: Props) {
  const [values, setValues] = useState(before);
  const [reason, setReason] = useState('');
  const isWhole = problemWith(round, values, 'signed') === null;
  const isReady = isWhole && !sameValues(values, before) && (!hasReason || reason.trim() !== '');
  const submit = async (): Promise<void> => {
    if ((await onSubmit(values, reason)) !== null) onClose();
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <div className={styles.form}>
        {round.criteria.map((criterion) => (
          <CriterionControl
            key={criterion.id}
            isNarrow
            criterion={criterion}
            value={values[criterion.id] ?? null}
            onChange={(value) => setValues({ ...values, [criterion.id]: value })}
          />
        ))}
        <p>
          <Trans>
            总分 <strong>{showTotal(round.criteria, values)}</strong>
          </Trans>
        </p>
        {hasReason && <ReasonField value={reason} onChange={setReason} />}
        <p className={styles.note}>
          {hasReason ? (
            <Trans>更正要由另一个人确认后生效；在那之前原分照计，原分也一直留在记录里。</Trans>
          ) : (
            <Trans>代录会标明是谁录入的。</Trans>
          )}
        </p>
        <div className={styles.actions}>
          <Button onClick={onClose}>
            <Trans>先不</Trans>
          </Button>
          <Act tone="ember" disabled={!isReady} onPress={submit}>
            {hasReason ? <Trans>提出更正</Trans> : <Trans>录入</Trans>}
          </Act>
        </div>
      </div>
    </Sheet>
  );
}
